"""Cases of control: who is asked, who answers, and who may conclude."""
