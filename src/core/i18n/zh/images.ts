import type { Translation } from '../translation';
import { number } from './locale';

/** Saving images into the vault, in Simplified Chinese. */
export const images = {
  saveNote: '保存当前笔记中的图片…',
  saveAll: '保存所有已保存文章中的图片…',
  saveHere: '保存此处已保存文章中的图片…',
  saveSelected: '保存图片…',
  saveThis: '保存这篇文章中的图片…',

  reading: '正在查找图片…',
  title: (count) => `保存 ${number(count)} 张图片`,
  nothingTitle: '没有可保存的图片',
  nothing: '这里的已保存文章没有来自网络的图片。',
  inNotes: (notes) => `出现在 ${number(notes)} 篇笔记中，来自以下主机：`,
  hosts: '主机及各自的图片数量',
  ofHost: (host, count) => `${host}：${number(count)}`,
  known: (count) => `其中 ${number(count)} 张已在仓库中，不会再次下载。`,
  kept: (count) =>
    `有 ${number(count)} 张图片仍为链接，因为笔记中的相应位置无法就地修改。它们列在“待手动处理”中。`,
  promise:
    '将向这些主机请求图片；已失效的图片会向网页存档请求。它们会得知你的网络地址、图片的网址和文章所在的网站。之后可以全部撤销。',
  save: (count) => `保存 ${number(count)} 张`,

  saving: '正在保存图片',
  progress: (done, total) => `已处理 ${number(done)} / ${number(total)} 张图片`,
  fetched: (host, bytes) => `${host}：${(bytes / 1_000_000).toFixed(1)} 兆字节`,
  status: (done, total) => `正在保存图片：${number(done)} / ${number(total)}`,
  saved: (count) => (count === 0 ? '没有保存图片' : `已保存 ${number(count)} 张图片`),
  stopped: '已停止。其余图片未保存。',
  undoAll: '撤销',
  tryAgain: '重试',
  notSaved: '图片未保存',
  openArchived: '在网页存档中打开',
  withStatus: (reason, status) => `${reason}（${status}）`,

  unsaved: {
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
} satisfies Translation['images'];
