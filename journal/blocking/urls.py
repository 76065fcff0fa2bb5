"""Addresses of blocks, inside a record."""

from django.urls import path

from journal.blocking import views

app_name = "blocking"

_BLOCKS = "records/<uuid:record_id>/blocks/"

urlpatterns = [
    path(_BLOCKS, views.blocks, name="blocks"),
    path(f"{_BLOCKS}new/", views.block_new, name="block_new"),
    path(f"{_BLOCKS}<uuid:block_id>/end/", views.block_end, name="block_end"),
]
