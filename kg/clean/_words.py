"""Words frequent at the start of a sentence: enough to complete one whose bytes were lost."""

from __future__ import annotations

WORDS = frozenset(
    "目前 当前 日前 此前 之前 近期 今年 去年 明年 同时 此时 随后 此后 今后 之后 此外 另外 其中 因此 为此 如今 现在 现场 截至 截止 据悉 下一步 我们 他们"
    " 她们 大家 同样 通过 按照 根据 围绕 近年 全市 全县 全区 全州 全省 全国 我市 我县 我区 我州 我省 该市 该县 该区 企业 公司 项目 记者 群众 工作 活动 会议"
    " 西伯利 伯利亚 往年 冬天 夏天 春天 秋天 今天 昨天 明天 这里 那里 这是 就是 但是 可是 还有 还是 没有 可以 如果 因为 所以 虽然 例如 比如 其实 首先 其次 最后 最近 已经"
    " 正在 生产 建设 发展 服务 政府 经济 产业 投资 招商".split()
)
