import type { images as english } from '../en/images';

/** Saving images into the vault, in Simplified Chinese. */
export const images: typeof english = {
  left: {
    'private-host': '图片位于私有网络中的主机',
    'bad-redirect': '重定向成环、次数过多，或指向非网页地址',
    'too-large': '超过 25 兆字节',
    timeout: '服务器响应过慢',
    truncated: '传输未完成时连接中断',
    certificate: '服务器证书无效',
    'no-connection': '服务器没有响应',
    stopped: '运行已停止',
    'http-error': '服务器拒绝提供',
    html: '服务器返回了网页而不是图片',
    xml: '服务器返回了错误信息而不是图片',
    json: '服务器返回了错误信息而不是图片',
    pixel: '这是用于统计读者的隐形像素',
    empty: '服务器返回了空内容',
    unknown: '不是已知格式的图片',
    'refusal-picture': '服务器对许多图片返回同一张小图',
    'changed-meanwhile': '笔记在运行过程中被改动',
    'not-editable': '无法在原处修改该图片',
  },
};
