"""What municipalities and the consortium have agreed, and whom to talk to about it."""
