"""What do the closed words of the rooms below read as in Chinese?"""

from __future__ import annotations

STATES = {
    "added": "新增",
    "unchanged": "未变",
    "updated": "更新",
    "renamed": "改名",
    "removed": "移除",
    "rejected": "未能读取",
    "needs_password": "需要密码",
    "needs_ocr": "需要文字识别",
}
MODALITIES = {
    "actual": "实际",
    "target": "目标",
    "forecast": "预计",
    "planned_total": "计划总额",
    "rule": "政策规定",
}
