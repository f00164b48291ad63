"""Where a hub lies: a file, or a database on a PostgreSQL server, encrypted on the way unless it is here."""

import os
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from icc_consult.services.hub_errors import HubFault, HubRefused

_DRIVER = "postgresql+psycopg"
_SERVERS = ("postgresql", "postgres", _DRIVER)
_HERE = ("", "localhost", "127.0.0.1", "::1")
_PATIENCE_SECONDS = "10"


@dataclass(frozen=True, slots=True)
class InFile:
    """A hub in a SQLite file."""

    path: Path

    @property
    def shown(self) -> str:
        """As it is told."""
        return str(self.path)


@dataclass(frozen=True, slots=True)
class OnServer:
    """A hub on a PostgreSQL server."""

    url: URL

    @property
    def shown(self) -> str:
        """As it is told, without what is secret."""
        plain = URL.create("postgresql", self.url.username, None, self.url.host, self.url.port)
        return plain.set(database=self.url.database).render_as_string(hide_password=True)

    @property
    def has_password(self) -> bool:
        """Whether the address itself gives a password away."""
        return self.url.password is not None or "password" in self.url.query


Address = InFile | OnServer


def address_of(text: str) -> Address:
    """A path or a URL; raises `HubRefused` for what is neither."""
    if "://" not in text:
        return InFile(Path(text))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise HubRefused(HubFault.ADDRESS, text.partition("://")[0]) from error
    if url.drivername == "sqlite" and url.database and not url.host:
        return InFile(Path(url.database))
    if url.drivername not in _SERVERS:
        raise HubRefused(HubFault.ADDRESS, url.drivername)
    return OnServer(_careful(url.set(drivername=_DRIVER)))


def _careful(url: URL) -> URL:
    """A server elsewhere must prove who it is, unless the address or the environment says otherwise."""
    wanted = {"connect_timeout": _PATIENCE_SECONDS, "application_name": "icc-consult"}
    if not _is_here(url) and "PGSSLMODE" not in os.environ:
        wanted["sslmode"] = "verify-full"
        if "PGSSLROOTCERT" not in os.environ:
            wanted["sslrootcert"] = "system"
    mode = url.query.get("sslmode")
    if mode not in (None, "verify-full"):
        wanted.pop("sslrootcert", None)
    return url.update_query_dict({name: text for name, text in wanted.items() if name not in url.query})


def _is_here(url: URL) -> bool:
    host = url.query.get("host", url.host or "")
    hosts = (host,) if isinstance(host, str) else host
    return all(one in _HERE or one.startswith("/") for one in hosts)
