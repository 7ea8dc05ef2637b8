"""Entities, their names and links, and acts: who did what to whom."""

from django.db import models

from firsthand.store.models.ledger import Entry


class Entity(models.Model):
    """A person, body, place, law or event. ``body`` is the entry's content as JSON."""

    id = models.CharField(max_length=200, primary_key=True)
    entry = models.ForeignKey(Entry, models.DO_NOTHING)
    is_a = models.CharField(max_length=8, db_index=True)
    name = models.TextField()
    country = models.CharField(max_length=2, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    precision = models.CharField(max_length=10, blank=True)
    body = models.TextField()


class EntityName(models.Model):
    """One name of an entity, in any script."""

    entity = models.ForeignKey(Entity, models.CASCADE)
    name = models.TextField()


class SameAs(models.Model):
    """Two entities that a person declared one, or apart."""

    entry = models.OneToOneField(Entry, models.DO_NOTHING, primary_key=True)
    left = models.CharField(max_length=200, db_index=True)
    right = models.CharField(max_length=200, db_index=True)
    are_one = models.BooleanField()


class EntityLink(models.Model):
    """Two entities in a relation. ``claims`` are ids, as JSON."""

    entry = models.OneToOneField(Entry, models.DO_NOTHING, primary_key=True)
    left = models.CharField(max_length=200, db_index=True)
    relation = models.CharField(max_length=80)
    right = models.CharField(max_length=200, db_index=True)
    claims = models.TextField()


class Act(models.Model):
    """An act of repression. ``body`` is the entry's content as JSON."""

    id = models.CharField(max_length=64, primary_key=True)
    entry = models.ForeignKey(Entry, models.DO_NOTHING)
    on = models.CharField(max_length=10, blank=True)
    country = models.CharField(max_length=2, blank=True)
    tactics = models.TextField(blank=True)
    body = models.TextField()


class ActPart(models.Model):
    """One part of an act, with the claims that say so (ids, as JSON)."""

    act = models.ForeignKey(Act, models.CASCADE)
    part = models.CharField(max_length=30)
    value = models.TextField(blank=True)
    entity = models.CharField(max_length=200, blank=True)
    claims = models.TextField()
