import type { Translation } from '../translation';
import { number, plural } from './locale';

/** The import of Omnivore's export, and the export of reading lists, in Simplified Chinese. */
export const importing = {
  command: '导入 Omnivore 导出文件…',
  title: '导入 Omnivore 导出文件',
  about:
    '选择一个或多个从 Omnivore 导出的 zip 文件。笔记会补上缺少的内容：全文、高亮、日期；没有笔记的文章会新建笔记。笔记中已有的内容不会被替换，数据不会离开此设备。',
  choose: '选择文件…',
  reading: '正在读取导出文件…',
  progress: (done) => `已读取 ${number(done)} 篇笔记和文章`,
  unreadable: (name, reason) => `${name}：${reason}。`,
  nothing: '这份导出中的内容，笔记里都已经有了。',
  totals: (complete, create) =>
    [
      ...(complete > 0 ? [`补全 ${number(complete)} 篇笔记`] : []),
      ...(create > 0 ? [`新建 ${number(create)} 篇笔记`] : []),
    ].join('，'),
  promise: '选择“导入”之前不会更改任何内容，之后可以撤销。',
  notes: '要补全和新建的笔记',
  newNote: '新笔记',
  addition: (name, count) => plural(count, { '=1': name, other: `${name}（${number(count)}）` }),
  all: '全选',
  chooseNote: (path) => `导入到“${path}”`,
  chooseAddition: (name, line) => `在第 ${number(line)} 行添加：${name}`,
  notImported: (count) => `未导入 · ${number(count)}`,
  button: (count) => `导入 ${number(count)} 篇笔记`,
  running: '正在导入',
  done: (completed, created) =>
    completed + created === 0
      ? '没有做任何改动'
      : [
          ...(completed > 0 ? [`已补全 ${number(completed)} 篇笔记`] : []),
          ...(created > 0 ? [`已新建 ${number(created)} 篇笔记`] : []),
        ].join('，'),
  list: {
    command: '导出阅读列表…',
    formats: {
      omnivore: 'Omnivore 的 JSON（Karakeep）',
      bookmarks: '书签（浏览器、Raindrop、Linkwarden、Wallabag）',
      csv: 'CSV（Readwise Reader）',
      markdown: 'Markdown 列表',
    },
    placeholder: '选择格式',
    name: '阅读列表',
    none: '没有可导出的文章。',
    saved: (articles, path) => `已将 ${number(articles)} 篇文章写入“${path}”。`,
    failed: (reason) => `无法写入阅读列表：${reason}`,
  },
} satisfies Translation['importing'];
