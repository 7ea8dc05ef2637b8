"""What is indexed for searching; the words themselves stand in ``record_words``."""

from django.db import models


class Indexed(models.Model):
    """One text in the search index: a source's (or a part of it), a claim's, an entity's names.

    The index's row has this one's id. Nothing confidential is ever here.
    """

    what = models.CharField(max_length=8)
    subject = models.CharField(max_length=200, db_index=True)
