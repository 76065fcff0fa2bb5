"""Letters in cases of control: to the employee, the leader and the patient, and the deviation."""
