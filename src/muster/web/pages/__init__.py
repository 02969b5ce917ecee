"""The pages: one file each, every one with its router; what is served is what stands in ROUTERS."""

from fastapi import APIRouter

from muster.web.pages import add, charts, claims, documents, operation, operations, review, search, sign_in, world

ROUTERS: tuple[APIRouter, ...] = (
    operations.router,
    operation.router,
    charts.router,
    world.router,
    search.router,
    documents.router,
    claims.router,
    review.router,
    add.router,
    sign_in.router,
)
