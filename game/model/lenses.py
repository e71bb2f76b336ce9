"""The nine lenses: viewpoints that a seat may speak from for one round."""

from enum import StrEnum

from game.tongue import N_, _


class Lens(StrEnum):
    """A viewpoint, never a symptom to act; the value is both the author's key and its English name."""

    PERSON = N_("the person")
    CARER = N_("carer or family")
    CARE_WORKER = N_("care or support worker")
    NURSE = N_("nurse")
    GP = N_("GP")
    ALLIED = N_("allied health professional")
    SOCIAL_WORKER = N_("social worker")
    PSYCHOLOGIST = N_("psychologist or therapist")
    NAVIGATOR = N_("care navigator or link worker")

    # What a seat may choose instead of a dealt lens.
    SELF = N_("themselves")
    NONE = N_("no lens")

    @property
    def label(self) -> str:
        """The name people see, such as "carer or family"."""
        return _(self.value)

    @property
    def key(self) -> str:
        """The short name authors write under `lenses:`, such as `care worker`."""
        return _KEYS[self]


_KEYS = {
    Lens.PERSON: "person",
    Lens.CARER: "carer",
    Lens.CARE_WORKER: "care worker",
    Lens.NURSE: "nurse",
    Lens.GP: "gp",
    Lens.ALLIED: "allied health professional",
    Lens.SOCIAL_WORKER: "social worker",
    Lens.PSYCHOLOGIST: "psychologist",
    Lens.NAVIGATOR: "care navigator",
    Lens.SELF: "self",
    Lens.NONE: "none",
}

# The nine that cards name and rounds deal, in the order in which they rotate.
DEALT: tuple[Lens, ...] = tuple(lens for lens in Lens if lens not in {Lens.SELF, Lens.NONE})
