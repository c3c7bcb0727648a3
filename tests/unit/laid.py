"""Something to lay over the drawing: a few pieces of each kind, whatever the drawing's own files hold."""

from components.drawing import built, figure
from components.plate import art as art_module
from components.shared import laid
from data.catalog import catalog
from data.outlines import Shape, over

MODULES = (built, art_module)


def piece(id_, mark, tissue, first, rings, **more):
    """A piece with the label at its first point, unless another is given."""
    own = {"layer": "bones", "schematic": True, "label": rings[0][0], "moves": "thigh"} | more
    return Shape(id=id_, mark=mark, tissue=tissue, first=first, rings=rings, **own)


SAMPLE = {
    ("nerves", "posterior"): (
        piece("sciatic_nerve", "line", "nerve", "deep", [[(-22, 22), (-8, 0), (8, -110), (4, -290)]], width=12,
              label=(8, -110), moves=(70.0, -60.0)),
        piece("common_fibular_nerve", "line", "nerve", "surface", [[(4, -290), (26, -390), (34, -430)]], width=6),
    ),
    ("vessels", "anterior"): (
        piece("femoral_neurovascular_bundle", "line", "artery", "surface", [[(28, 52), (28, -95)]], part="open"),
        piece("femoral_neurovascular_bundle", "line", "artery", "deepest", [[(29, -95), (30, -260)]], part="canal"),
        piece("lateral_femoral_cutaneous_nerve", "dot", "vein", "deep", [[(0, -150), (2, -152), (0, -152)]]),
    ),
    ("joint", "posterior"): (
        piece("trochanteric_bursa", "area", "ligament", "deepest", [[(50, 10), (70, 0), (60, -60), (40, -50)]],
              label=(55, -25)),
        piece("popliteal_fossa", "area", "region", "surface", [[(-10, -330), (10, -330), (0, -400)]], label=(0, -340)),
    ),
}  # fmt: skip


def lay(monkeypatch):
    """Have the sample laid over every drawing, and nothing kept of it."""
    monkeypatch.setattr(over, "over", lambda kind, view: SAMPLE.get((kind, view), ()))
    monkeypatch.setattr(laid, "offered", over.offered.__wrapped__)
    ground = built.drawn

    def drawn(view, layer):
        bare, kinds = over.parted(layer)
        return figure.lay_over(ground(view, bare), kinds, catalog()) if kinds else ground(view, bare)

    for module in MODULES:
        monkeypatch.setattr(module, "drawn", drawn)
    monkeypatch.setattr(built, "at_rest", built.at_rest.__wrapped__)
    monkeypatch.setattr(art_module, "art", art_module.art.__wrapped__)
    return drawn
