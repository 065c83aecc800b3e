/** Keys `wps.` …: the WPS add-in's shell, its packages and the probe; and errors only they say. */
export const wps: Readonly<Record<string, string>> = {
  'wps.description': '给绩效自评表算分、核查，写回得分和标注',
  'wps.noPane': '这个版本的 WPS 没能打开任务窗格。请更新 WPS，或改用命令行。',
  'wps.noProgram': '没有找到 WPS 表格。请在 WPS 表格里使用。',
  'wps.saved': '已保存到 {path}',
  'wps.notSaved': '没能保存到这台电脑。请改用旁边的“复制”，粘贴到文本文件里。',
  'wps.build.done':
    '已生成 dist/wps。请把整个文件夹放到 {address}，再按 docs/install-wps.md 安装。',

  'error.wps-base-missing.message': '没有给出加载项放在哪里。',
  'error.wps-base-missing.hint': '例如：npm run build:wps -- --base http://intranet/jixiao/',
  'error.wps-base-invalid.message': '“{base}”不是网址。',
  'error.wps-base-invalid.hint': '请写完整的网址，例如 http://intranet/jixiao/，中间不要有空格。',
  'error.wps-base-protocol.message': '“{base}”不是以 http:// 或 https:// 开头的网址。',
  'error.wps-base-protocol.hint':
    'WPS 从网页服务器读取加载项；没有服务器时，任写一个网址，只用 offline 文件夹里的离线包。',
  'error.wps-base-extra.message': '“{base}”不是一个文件夹的网址。',
  'error.wps-base-extra.hint':
    '请去掉文件名、问号、井号和用户名密码，只留文件夹，例如 http://intranet/jixiao/。',

  'wps.probe.title': '检测本机',
};
