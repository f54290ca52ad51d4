import type { words as english } from '../en/words';

/** What the core's ids are called, in Simplified Chinese. */
export const words: typeof english = {
  repairs: {
    'draft-flag': '草稿标记',
    dates: '日期',
    'proxied-images': '图片',
    'escaped-text': '转义文本',
    'dead-links': '失效链接',
  },

  left: {
    'ambiguous-date': '无法确定哪个是日、哪个是月',
    'impossible-date': '不存在这样的日期或时间',
    'unrendered-date': '模板没有填入内容',
    'unreadable-date': '无法识别的日期格式',
    'date-link': '指向日记的链接',
    'not-editable': '写法特殊（列表、多行文本或锚点），无法就地修改',
    'unsound-front-matter': '笔记开头的属性不是有效的 YAML',
    'data-image': '当初只保存了占位图，地址中没有原图',
    'truncated-address': '原始地址不完整',
    'mixed-escaping': '部分内容被转义，部分没有',
    'maybe-escaped': '看起来被转义过，但也可能是文章原有的内容',
    'escaped-twice': '还原一次后仍像是被转义过',
    'escaped-code': '代码、注释或公式中的转义文本',
    'would-run': '还原后，打开笔记时会运行或加载内容',
    'in-code': '位于代码块中，但其围栏或标签没有正确配对，里面可能是正文',
    'not-a-flag': '既不是“是”也不是“否”',
    'no-original': '不知道原始地址',
    'no-publisher': '先选择发布工具，才能更改',
    conflict: '有两项修复要以不同方式更改同一处',
    'no-block': '笔记中没有与这条高亮对应的块（^…）',
    'unwritable-url': '原始地址无法写进链接',
  },

  noteLeft: {
    'invalid-utf8': '文件不是有效的 UTF-8 编码',
    'changed-meanwhile': '笔记在修复过程中被改动',
    'changed-after-preview': '笔记在预览之后被改动',
    'changed-since': '笔记在修复之后又有改动',
    'link-outside': '指向文件夹之外文件的链接',
  },

  marks: {
    'single-file-marker': 'Omnivore 在同一篇笔记的多篇文章之间留下的标记',
    'logseq-item': 'Omnivore 生成的文章大纲',
    'omnivore-error': '属性中 Omnivore 的错误信息',
    'omnivore-id': 'Omnivore 分配的编号',
    'omnivore-property': '属性中的 omnivore.app 地址',
    'article-link': '指向 omnivore.app 上这篇文章的链接',
    'read-label': '文字为“Read on Omnivore”的链接',
    'original-label': '文字为“Read Original”的链接',
    'omnivore-tag': '标签 #Omnivore',
    'article-properties': 'Omnivore 写入的属性',
    'proxied-image': '经由 Omnivore 代理的图片',
    'content-html': 'Omnivore 写入的 HTML',
    'omnivore-folder': '位于 Omnivore 保存文章的文件夹中',
    'own-property': '你在设置中指定的属性',
    'sole-id': '除 Omnivore 分配的编号外没有其他内容',
  },
};
