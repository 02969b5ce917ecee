"""The pages: one file each, every one with its router; what is served is what stands in ROUTERS."""

from fastapi import APIRouter

from muster.web.pages import operation, operations

ROUTERS: tuple[APIRouter, ...] = (operations.router, operation.router)
