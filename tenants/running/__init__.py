"""How the municipalities run and are used, as the consortium sees it: counts and moments.

Nothing here is read out of a municipality's schema by the page that shows it: the work in
each municipality stores what it knows of itself in the schema `public`.
"""
