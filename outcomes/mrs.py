"""What the grades of the modified Rankin scale mean, in the words shown under the choice."""

from crf.pairs import Pair

GRADES = {
    0: Pair("No complaints at all.", "完全没有不适。"),
    1: Pair(
        "Some complaints, but does everything that was usual before the illness.",
        "有些不适，但病前的日常活动都能完成。",
    ),
    2: Pair(
        "Cannot do everything that was usual before, but needs no help with own affairs.",
        "不能完成病前的全部活动，但无需帮助即可料理自己的事务。",
    ),
    3: Pair("Needs some help, but walks without another person.", "需要一些帮助，但能独自行走。"),
    4: Pair(
        "Cannot walk or care for the body without another person.",
        "没有他人帮助不能行走，也不能照料自身起居。",
    ),
    5: Pair("Bedridden, needs constant care.", "卧床，需要持续照护。"),
}
