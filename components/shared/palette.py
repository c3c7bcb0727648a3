"""The colours of the drawing, light and dark, one set per colour mode.

A mode never speaks by hue alone: every class also has an icon, a word and (except in the anatomy mode) its own
line pattern, so that the picture survives grey print and colour-blind eyes. The family is blue to orange;
the selection colour belongs to no class.
"""

from __future__ import annotations

from dataclasses import dataclass

MODES = ("anatomy", "rolling", "tissue", "chain", "attachments")
"""Colour modes, in the order in which the reader sees them."""

MODE_NAMES = {
    "anatomy": "Anatomy",
    "rolling": "Rolling verdict",
    "tissue": "Tissue",
    "chain": "Role in a chain",
    "attachments": "Attachments",
}


@dataclass(frozen=True)
class Ink:
    """How one class of structure is filled: colours as CSS strings, `pattern` as a plotly fill pattern shape.

    `dense` draws the pattern closer: there are more verdicts than shapes.
    """

    key: str
    word: str
    icon: str
    light: str
    dark: str
    pattern: str = ""
    dense: bool = False


ANATOMY = {
    "muscle": Ink("muscle", "Muscle", "●", "#c4695c", "#ad5a50"),
    "fascia": Ink("fascia", "Fascia", "●", "#ebe6da", "#c9c5ba"),
    "bone": Ink("bone", "Bone", "●", "#e4d6b6", "#c8bb98"),
    "ligament": Ink("ligament", "Ligament", "●", "#e4e0d3", "#bdb9ab"),
    "tendon": Ink("tendon", "Tendon", "●", "#f2e3cd", "#d8c6a8"),
    "disc": Ink("disc", "Disc", "●", "#cdd6db", "#8d9aa3"),
    "nerve": Ink("nerve", "Nerve", "●", "#e2b93b", "#e2b93b"),
    "vessel": Ink("vessel", "Vessel", "●", "#b5303c", "#cf5560"),
    "artery": Ink("artery", "Artery", "●", "#b5303c", "#cf5560"),
    "vein": Ink("vein", "Vein", "●", "#41669e", "#7598d0"),
    "cartilage": Ink("cartilage", "Cartilage", "●", "#b9d3d6", "#8fb2b6"),
    "joint": Ink("joint", "Joint", "●", "#fdf6e6", "#efe4c8"),
    "fat": Ink("fat", "Fat", "●", "#f0cf7a", "#cfae5c"),
    "bursa": Ink("bursa", "Bursa", "●", "#9fc3d8", "#7ea6be"),
    "landmark": Ink("landmark", "Landmark", "●", "#fdf6e6", "#efe4c8"),
    "region": Ink("region", "Region", "●", "#fdf6e6", "#efe4c8"),
}

CONTEXT = {
    "muscle": Ink("context_muscle", "Context", "", "#d9aaa0", "#6d4b46"),
    "bone": Ink("context_bone", "Context", "", "#efe9db", "#6f6a5c"),
    "ligament": Ink("context_ligament", "Context", "", "#e9e5da", "#77746a"),
    "disc": Ink("context_disc", "Context", "", "#d7dee2", "#5f686e"),
    "fascia": Ink("context_fascia", "Context", "", "#efebe1", "#77746a"),
    "fat": Ink("context_fat", "Context", "", "#f5ead0", "#5b5340"),
    "region": Ink("context_region", "Context", "", "#f6f2ea", "#2a2d31"),
    "skin": Ink("context_skin", "Context", "", "#f3dfd0", "#5c4a3e"),
}

QUIET = {
    "muscle": Ink("quiet_muscle", "Muscle", "●", "#cf8a7e", "#8c5047"),
}
"""A muscle that the edge of the picture cuts, far from the hip: a shade between the others and the surroundings."""

ROLLING = {
    "helps": Ink("helps", "Helps", "✓", "#2f6fb0", "#4a8fd6", ""),
    "helps_with_care": Ink("helps_with_care", "Helps, with care", "◐", "#8dbbe0", "#7fb0dc", "/"),
    "little_benefit": Ink("little_benefit", "Little benefit", "≈", "#d8d3c6", "#8f8b80", "."),
    "avoid": Ink("avoid", "Avoid", "✕", "#e08a3c", "#dd8a42", "x"),
    "not_applicable": Ink("not_applicable", "Not applicable", "–", "#efece4", "#4b4f56", "-"),
}

TISSUE = {
    "muscle": Ink("muscle", "Muscle", "M", "#c98a72", "#b0745e", ""),
    "fascia": Ink("fascia", "Fascia", "F", "#7fa8c9", "#6c97bb", "/"),
    "bone": Ink("bone", "Bone", "B", "#e9dfc8", "#b3a88b", "."),
    "ligament": Ink("ligament", "Ligament", "L", "#b9c6cf", "#7d8b95", "-"),
    "tendon": Ink("tendon", "Tendon", "T", "#dfb896", "#c79a76", "|"),
    "nerve": Ink("nerve", "Nerve", "N", "#e2b93b", "#e2b93b", "|"),
    "vessel": Ink("vessel", "Vessel", "V", "#a33c56", "#c2607a", "|"),
    "artery": Ink("artery", "Artery", "↓", "#a33c56", "#c2607a", "/"),
    "vein": Ink("vein", "Vein", "↑", "#4d6ea8", "#7b99cf", "-"),
    "cartilage": Ink("cartilage", "Cartilage", "C", "#a9c9cc", "#86aeb2", "\\"),
    "joint": Ink("joint", "Joint", "J", "#8a8577", "#a39d8d", "+"),
    "fat": Ink("fat", "Fat", "A", "#f0cf7a", "#cfae5c", "+"),
    "bursa": Ink("bursa", "Bursa", "U", "#4b8f9a", "#5aa3ae", "x"),
    "landmark": Ink("landmark", "Landmark", "◆", "#8a8577", "#a39d8d", ""),
    "region": Ink("region", "Region", "◇", "#8a8577", "#a39d8d", ""),
}

CHAIN = {
    "driver": Ink("driver", "Said to start it", "▶", "#c9642a", "#dd7d42", "x"),
    "compensator": Ink("compensator", "Said to take over", "⇄", "#eab074", "#d39a5f", "/"),
    "transmitter": Ink("transmitter", "Passes it on", "→", "#7fa8c9", "#6c97bb", "-"),
    "symptom_site": Ink("symptom_site", "Where it hurts", "!", "#2f5f96", "#5b93d1", "+"),
    "innocent_neighbour": Ink("innocent_neighbour", "Innocent neighbour", "○", "#d3cec2", "#86827a", "."),
    "none": Ink("none", "Not in this chain", "·", "#efece4", "#45484f", ""),
}

OVER_ONLY = ("artery", "vein", "tendon", "cartilage", "joint")
"""Tissues that are drawn only where they are laid over a layer: legends name them where they are."""

ATTACHMENT = {
    "origin": Ink("origin", "Origin: begins here", "▲", "#d0503f", "#d9604f", ""),
    "insertion": Ink("insertion", "Insertion: ends here", "▼", "#4d86c6", "#4f88c9", "/"),
}
"""The two ends of a muscle or band; what is fixed to no bone has none."""

FINDING = {
    "supported": Ink("supported", "Supported", "✓", "#2f6fb0", "#4a8fd6", ""),
    "partly_supported": Ink("partly_supported", "Partly supported", "◐", "#5f96cc", "#6ea5dd", "/"),
    "plausible": Ink("plausible", "Plausible, untested", "~", "#a9cbe8", "#8fb4d4", "."),
    "reasonable_advice": Ink("reasonable_advice", "Reasonable advice", "☞", "#cfdbe4", "#9aa9b5", "-"),
    "descriptive": Ink("descriptive", "A description", "·", "#e4e0d6", "#8a8578", ".", dense=True),
    "not_testable": Ink("not_testable", "Cannot be tested", "?", "#d5d0c4", "#77736a", "|"),
    "mixed": Ink("mixed", "Mixed findings", "⇄", "#f0d9b5", "#c9ab7d", "+"),
    "weak": Ink("weak", "Weak", "↓", "#edbd83", "#d39a5f", "\\"),
    "no_evidence": Ink("no_evidence", "No evidence found", "∅", "#e39b4e", "#dd8a42", "x"),
    "not_borne_out": Ink("not_borne_out", "Studied, not borne out", "≠", "#cc7631", "#d67a35", "/", dense=True),
    "refuted": Ink("refuted", "Contradicted", "✕", "#b4541c", "#cf6a30", "x", dense=True),
}
"""What studies make of a claim, from the best supported to the contradicted; no two share sign, word or pattern."""

INKS: dict[str, dict[str, Ink]] = {
    "anatomy": ANATOMY,
    "rolling": ROLLING,
    "tissue": TISSUE,
    "chain": CHAIN,
    "attachments": ATTACHMENT,
}

OVERLAY = {
    "light": {
        "line": "rgba(88,34,26,.75)",
        "bone_line": "rgba(120,102,70,.75)",
        "pale_line": "rgba(122,118,104,.8)",
        "context_line": "rgba(140,120,105,.5)",
        "origin_line": "#8c1f13",
        "insertion_line": "#173f78",
        "fibre": "rgba(96,26,18,.30)",
        "pale_fibre": "rgba(120,114,98,.32)",
        "highlight": "rgba(255,240,228,.19)",
        "shadow": "rgba(70,12,8,.13)",
        "contour": "rgba(120,98,60,.5)",
        "bone_highlight": "rgba(255,253,246,.32)",
        "bone_hollow": "rgba(104,82,48,.42)",
        "tendon_end": "rgba(246,239,224,.40)",
        "label": "#3c3a36",
        "label_quiet": "#6f6b63",
        "leader": "rgba(90,86,78,.55)",
        "pattern": "rgba(38,30,22,.55)",
        "roller": "rgba(70,76,84,.22)",
        "mark": "#2b2a28",
        "mark_fill": "#fff6dc",
        "selection": "#0b655a",
        "selection_halo": "rgba(255,255,255,.9)",
        "selection_tint": "rgba(11,101,90,.13)",
    },
    "dark": {
        "line": "rgba(28,8,6,.85)",
        "bone_line": "rgba(50,42,28,.9)",
        "pale_line": "rgba(48,46,40,.9)",
        "context_line": "rgba(20,16,14,.7)",
        "origin_line": "#6b1209",
        "insertion_line": "#0d2a55",
        "fibre": "rgba(40,8,5,.38)",
        "pale_fibre": "rgba(60,56,48,.38)",
        "highlight": "rgba(255,222,205,.15)",
        "shadow": "rgba(20,2,0,.20)",
        "contour": "rgba(40,32,18,.6)",
        "bone_highlight": "rgba(255,250,235,.18)",
        "bone_hollow": "rgba(40,30,14,.5)",
        "tendon_end": "rgba(232,224,206,.32)",
        "label": "#e9e6df",
        "label_quiet": "#aaa69c",
        "leader": "rgba(200,196,186,.5)",
        "pattern": "rgba(8,8,10,.55)",
        "roller": "rgba(200,206,214,.20)",
        "mark": "#f4f1ea",
        "mark_fill": "#3a3730",
        "selection": "#4fd1bd",
        "selection_halo": "rgba(8,10,12,.9)",
        "selection_tint": "rgba(79,209,189,.16)",
    },
}
"""Strokes and glazes laid over the fills; the same in every colour mode, so that shading survives a change of mode."""
