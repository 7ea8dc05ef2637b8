"""Sources and claims as they hold now. Of what is confidential only the id stands here."""

from typing import ClassVar

from django.db import models

from firsthand.store.models.ledger import Entry


class Source(models.Model):
    """A source. ``body`` is the source as JSON without its text; blank where confidential."""

    id = models.CharField(max_length=64, primary_key=True)
    entry = models.ForeignKey(Entry, models.DO_NOTHING)
    handling = models.CharField(max_length=12, db_index=True)
    kind = models.CharField(max_length=20, blank=True)
    title = models.TextField(blank=True)
    publisher = models.TextField(blank=True)
    published_on = models.DateField(null=True, db_index=True)
    lang = models.CharField(max_length=20, blank=True)
    file = models.TextField(blank=True)
    address = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    media_type = models.CharField(max_length=100, blank=True)
    evidence = models.CharField(max_length=64, db_index=True)
    text = models.TextField(blank=True)
    body = models.TextField(blank=True)
    is_read = models.BooleanField(default=False)


class SourceWithdrawal(models.Model):
    """A source that its publisher took back."""

    entry = models.OneToOneField(Entry, models.DO_NOTHING, primary_key=True)
    source = models.ForeignKey(Source, models.CASCADE)
    by = models.TextField()
    on = models.DateField(null=True)


class Claim(models.Model):
    """A claim as it holds now. ``body`` is the whole claim as JSON; blank where confidential.

    ``entry`` is the one that says what holds; ``first_entry`` the one that brought it.
    """

    id = models.CharField(max_length=64, primary_key=True)
    entry = models.ForeignKey(Entry, models.DO_NOTHING, related_name="holding_claims")
    first_entry = models.ForeignKey(Entry, models.DO_NOTHING, related_name="claims")
    source = models.ForeignKey(Source, models.CASCADE)
    speaker = models.TextField(blank=True)
    stance = models.CharField(max_length=24, blank=True, db_index=True)
    said_on = models.DateField(null=True)
    text = models.TextField(blank=True)
    anchor = models.CharField(max_length=80, blank=True)
    body = models.TextField(blank=True)
    by_hand = models.BooleanField(default=False)

    class Meta:
        """Claims stand in the order in which they came in."""

        ordering: ClassVar[list[str]] = ["first_entry_id"]


class Transcript(models.Model):
    """What a person heard or read in a source without text."""

    entry = models.OneToOneField(Entry, models.DO_NOTHING, primary_key=True)
    source = models.ForeignKey(Source, models.CASCADE)
    anchor = models.CharField(max_length=80, blank=True)
    transcriber = models.TextField(blank=True)
    lang = models.CharField(max_length=20, blank=True)
    text = models.TextField(blank=True)


class Translation(models.Model):
    """A claim in another language, beside its own words."""

    entry = models.OneToOneField(Entry, models.DO_NOTHING, primary_key=True)
    claim = models.ForeignKey(Claim, models.CASCADE)
    lang = models.CharField(max_length=20, blank=True)
    translator = models.TextField(blank=True)
    text = models.TextField(blank=True)


class OfficialAct(models.Model):
    """An official act that a person recorded. ``body`` is the entry's content as JSON."""

    entry = models.OneToOneField(Entry, models.DO_NOTHING, primary_key=True)
    act = models.CharField(max_length=30)
    by = models.TextField()
    on = models.DateField(null=True)
    follows = models.CharField(max_length=64, blank=True)
    body = models.TextField()
