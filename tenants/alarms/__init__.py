"""Alarms that reach somebody: who is told, how, and again until somebody takes it on."""
