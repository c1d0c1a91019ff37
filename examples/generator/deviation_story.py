"""The deviations of Northgate: what can go wrong, and what went wrong in which batch.

A kind of event is one cell of step and cause, so that a recurrence can be counted by hand.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of event; `day` counts from the start of the batch."""

    step: str
    cause: str
    detail: str
    found_by: str
    day: int
    text: str


HUMAN = "Human Error"
EQUIPMENT = "Equipment"
MATERIAL = "Material"
PROCEDURE = "Procedure / Document"
PROCESS = "Process"
EXTERNAL = "External Partner"
FACILITY = "Facility"
PATIENT = "Patient Material"
NO_CAUSE = "No Assignable Cause"

OPERATOR = "Operator"
CHECK = "In-Process Check"
REVIEW = "QA Record Review"
TESTING = "QC Testing"
AUDIT = "Internal Audit"

RECEIPT = "Receipt of Apheresis"
SELECTION = "Cell Selection"
ACTIVATION = "Activation"
TRANSDUCTION = "Transduction"
EXPANSION = "Expansion"
WASH = "Wash and Media Exchange"
SAMPLING = "In-Process Sampling"
HARVEST = "Harvest"
FILL = "Formulation and Fill"
CRYO = "Cryopreservation"
LABEL = "Labelling"
RECORD = "Batch Record"
SHIP = "Storage and Shipment"
QC = "QC Testing"

KINDS = {
    "rec_he": Kind(RECORD, HUMAN, "Entry missing or late", REVIEW, 8, "Entry missing in record"),
    "fill_he": Kind(FILL, HUMAN, "Volume entered wrong", CHECK, 10, "Fill volume outside range"),
    "sample_he": Kind(SAMPLING, HUMAN, "Wrong time point", TESTING, 5, "Sample at wrong time"),
    "label_he": Kind(LABEL, HUMAN, "Reconciliation wrong", CHECK, 10, "Label count not reconciled"),
    "wash_he": Kind(WASH, HUMAN, "Volume exchanged", REVIEW, 5, "Exchange volume outside range"),
    "act_he": Kind(ACTIVATION, HUMAN, "Calculation", CHECK, 1, "Reagent volume calculated wrong"),
    "harvest_he": Kind(HARVEST, HUMAN, "Step order", OPERATOR, 9, "Harvest steps out of order"),
    "select_he": Kind(SELECTION, HUMAN, "Setting", OPERATOR, 0, "Separator programme chosen wrong"),
    "transd_he": Kind(TRANSDUCTION, HUMAN, "Timing", REVIEW, 2, "Hold time exceeded before vector"),
    "cryo_he": Kind(CRYO, HUMAN, "Position", REVIEW, 10, "Bag stored in another position"),
    "receipt_he": Kind(RECEIPT, HUMAN, "Form", REVIEW, 0, "Receipt form filled for the next day"),
    "ship_he": Kind(SHIP, HUMAN, "Logger", OPERATOR, 14, "Temperature logger not started"),
    "exp_eq": Kind(EXPANSION, EQUIPMENT, "Incubator gas alarm", OPERATOR, 4, "CO2 alarm overnight"),
    "select_eq": Kind(SELECTION, EQUIPMENT, "Tubing set", OPERATOR, 0, "Separator tubing error"),
    "cryo_eq": Kind(CRYO, EQUIPMENT, "Freezing curve", CHECK, 10, "Freezing curve out of limits"),
    "count_eq": Kind(SAMPLING, EQUIPMENT, "Cell counter", OPERATOR, 5, "Cell counter check failed"),
    "wash_eq": Kind(WASH, EQUIPMENT, "Pump", OPERATOR, 5, "Wash pump stopped"),
    "qc_eq": Kind(QC, EQUIPMENT, "Cytometer", TESTING, 16, "Cytometer control out of range"),
    "act_mat": Kind(ACTIVATION, MATERIAL, "Expiry", CHECK, 1, "Reagent at its expiry date"),
    "transd_mat": Kind(TRANSDUCTION, MATERIAL, "Vial", OPERATOR, 2, "Vector vial cracked in thaw"),
    "wash_mat": Kind(WASH, MATERIAL, "Bag leak", OPERATOR, 5, "Media bag leaked at the port"),
    "label_mat": Kind(LABEL, MATERIAL, "Adhesion", OPERATOR, 10, "Cryo label came loose"),
    "fill_mat": Kind(FILL, MATERIAL, "Bag seal", CHECK, 10, "Seal of a final bag rejected"),
    "act_doc": Kind(ACTIVATION, PROCEDURE, "Step unclear", OPERATOR, 1, "Two readings of one step"),
    "harvest_doc": Kind(HARVEST, PROCEDURE, "Limit missing", REVIEW, 9, "No limit for a hold"),
    "fill_doc": Kind(FILL, PROCEDURE, "Formula", REVIEW, 10, "Formula in record not as approved"),
    "sample_doc": Kind(SAMPLING, PROCEDURE, "Plan", TESTING, 5, "Sampling plan and record differ"),
    "cryo_doc": Kind(CRYO, PROCEDURE, "Form version", REVIEW, 10, "Superseded form in the packet"),
    "exp_proc": Kind(EXPANSION, PROCESS, "Low growth", CHECK, 6, "Expansion below the alert limit"),
    "harvest_proc": Kind(HARVEST, PROCESS, "Low viability", TESTING, 10, "Viability below limit"),
    "transd_proc": Kind(TRANSDUCTION, PROCESS, "Low rate", TESTING, 4, "Transduction below alert"),
    "receipt_ext": Kind(RECEIPT, EXTERNAL, "Courier", OPERATOR, 0, "Courier three hours late"),
    "qc_ext": Kind(QC, EXTERNAL, "Contract laboratory", TESTING, 15, "Sterility report came late"),
    "exp_none": Kind(EXPANSION, NO_CAUSE, "None found", CHECK, 6, "pH drop, no cause found"),
    "qc_none": Kind(QC, NO_CAUSE, "None found", TESTING, 9, "Unexpected result in a control"),
    "fill_none": Kind(FILL, NO_CAUSE, "None found", CHECK, 10, "Particle seen in a final bag"),
    "receipt_pt": Kind(RECEIPT, PATIENT, "Low cell count", CHECK, 0, "Apheresis below target"),
    "exp_pt": Kind(EXPANSION, PATIENT, "Prior therapy", CHECK, 7, "Slow growth, prior therapy"),
}

# By batch. "!" major, "!!" critical, "?" no cause recorded, "+" a second batch concerned in the
# same cell, "&" the same as a repeated child row.
EVENTS = {
    "P011": "rec_he fill_he! act_mat label_he exp_eq",
    "P012": "rec_he wash_he! sample_he select_eq act_he fill_doc+P011 harvest_doc&P011",
    "P013": "label_he! exp_eq sample_he rec_he exp_pt",
    "P014": "act_doc fill_he receipt_ext wash_eq receipt_pt",
    "P015": "exp_proc! rec_he fill_he!! wash_he cryo_eq! transd_mat sample_doc act_he qc_eq?",
    "P016": "label_he! rec_he harvest_he count_eq+P015 sample_he&P015 select_he",
    "P017": "wash_mat rec_he fill_he cryo_doc",
    "P018": "harvest_proc!! cryo_eq! wash_he! exp_eq sample_he exp_none transd_he label_mat?"
    " receipt_pt!",
    "P019": "receipt_he harvest_he qc_ext label_mat",
    "P020": "fill_he! label_he wash_he! transd_proc cryo_he qc_eq sample_doc?",
    "P021": "exp_proc?!! rec_he+P020 qc_none! wash_eq?",
    "P022": "sample_he! ship_he fill_mat! fill_none rec_he? receipt_pt",
    "P023": "select_eq?! act_doc? sample_he?",
}


@dataclass(frozen=True)
class SiteEvent:
    """An event of the building: no batch is concerned."""

    occurred: str
    step: str
    cause: str
    detail: str
    found_by: str
    severity: str
    text: str
    closed_after: int | None


SITE_EVENTS = (
    SiteEvent("2025-10-08", "Environmental Monitoring", FACILITY, "Particle count", TESTING,
              "Minor", "Particle alert in corridor", 27),
    SiteEvent("2026-01-29", "Gowning", HUMAN, "Gowning order", OPERATOR,
              "Minor", "Glove print above alert", 24),
    SiteEvent("2026-04-22", "Environmental Monitoring", FACILITY, "Particle count", TESTING,
              "Major", "Particle alert in grade C room", 58),
    SiteEvent("2026-07-02", SHIP, EQUIPMENT, "Freezer alarm", OPERATOR,
              "Minor", "Freezer alarm, stock moved", 41),
    SiteEvent("2026-09-16", "Utilities", FACILITY, "Gas supply", AUDIT,
              "Minor", "Gas change-over not recorded", None),
)  # fmt: skip

# Lot, day after the start, kind: raised in error or twice, and voided.
VOIDED = (("P012", 12, "rec_he"), ("P018", 6, "exp_eq"), ("P020", 11, "label_he"))
