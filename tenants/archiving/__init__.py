"""A municipality that has left is archived: closed for everybody, its schema kept. Two decide."""
