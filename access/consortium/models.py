"""What the consortium keeps of its own staff; their accounts are `access.accounts`."""
