"""How far each municipality has come, and how many inhabitants that covers."""
