"""Finds misuse in the access log; knows no Django and no database.

Facts come in (`facts`), each access is explained as well as they can (`grounds`), what
speaks for misuse is marked (`closeness`, `lookups`), weighed by fixed weights (`weights`)
against how common each mark is in this log (`prevalence`, `score`), and gathered into
cases for somebody to look at (`cases`).
"""
