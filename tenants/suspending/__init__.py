"""A municipality is suspended: from a day its people read and do not write. Two persons decide."""
