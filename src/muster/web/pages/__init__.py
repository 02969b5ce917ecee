"""The pages: one file each, every one with its router; what is served is what stands in ROUTERS."""

from fastapi import APIRouter

from muster.web.pages import charts, operation, operations, sign_in

ROUTERS: tuple[APIRouter, ...] = (operations.router, operation.router, charts.router, sign_in.router)
