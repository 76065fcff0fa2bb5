"""The control of the access log (etterkontroll): the detector looks at it, and cases come of it."""
