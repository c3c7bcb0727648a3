"""What is laid over a layer lies in the order of depth, and takes the place of the marks that stand for it."""

from components.drawing.built import drawn, visible
from components.drawing.place import reveal
from components.plate import art as art_module
from components.shared.url import State


def test_a_mark_that_stands_for_several_gives_way_where_all_of_them_are_laid_over():
    bundle = 'data-id="femoral_neurovascular_bundle"'
    for layer in ("surface", "deep"):
        assert bundle in art_module.art("anterior", layer)
        assert bundle in art_module.art("anterior", f"{layer}+nerves")
        for kinds in ("vessels", "nerves+vessels"):
            assert bundle not in art_module.art("anterior", f"{layer}+{kinds}")
            assert "femoral_neurovascular_bundle" not in visible("anterior", f"{layer}+{kinds}")
            assert "femoral_neurovascular_bundle" not in {a.id for a in drawn("anterior", f"{layer}+{kinds}").anchors}
    shown = reveal(State(structure="femoral_neurovascular_bundle", view="anterior", also=("nerves", "vessels")))
    assert (shown.view, shown.layer, shown.also) == ("anterior", "surface", ("nerves",))


def test_what_comes_to_light_later_lies_further_back_whatever_its_kind():
    """The obturator nerve passes behind the femoral vessels, the saphenous nerve in front of them."""
    pieces = [(p.shape.id, p.shape.part) for p in drawn("anterior", "bones+nerves+vessels").laid]
    artery = pieces.index(("femoral_artery", "adductor_canal"))
    assert pieces.index(("obturator_nerve", "anterior_branch")) < artery
    assert pieces.index(("obturator_nerve", "in_psoas")) < pieces.index(("external_iliac_vein", None))
    assert pieces.index(("saphenous_nerve", "adductor_canal")) > artery
    back = [(p.shape.id, p.shape.part) for p in drawn("posterior", "bones+nerves+joint").laid]
    nerve = back.index(("pudendal_nerve", "around_the_spine"))
    assert back.index(("sacrospinous_ligament", None)) < nerve < back.index(("sacrotuberous_ligament", None))
