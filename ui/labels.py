"""What do the closed words of the rooms below, and of the system, read as in Chinese?"""

from __future__ import annotations

import errno

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
_CAUSES = {
    errno.ENOENT: "找不到",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "是文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只读",
    errno.EADDRINUSE: "已被别的程序占用",
    errno.EADDRNOTAVAIL: "本机没有这个地址",
}


def cause(error: OSError) -> str:
    """Why the system refused, in Chinese where the reason is a usual one."""
    return _CAUSES.get(error.errno or 0, error.strerror or str(error))
