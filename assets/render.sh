#!/usr/bin/env bash
# Renders the pictures of the README from a real result: the first example, scored, in LibreOffice.
# Needs libreoffice-calc, poppler-utils, imagemagick and fonts-noto-cjk; run after npm run build.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The fonts of official documents are not free; their free counterparts stand in.
cat > "$work/fonts.conf" << 'XML'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include>/etc/fonts/fonts.conf</include>
  <alias binding="same"><family>仿宋_GB2312</family><prefer><family>Noto Serif CJK SC</family></prefer></alias>
  <alias binding="same"><family>方正小标宋简体</family><prefer><family>Noto Serif CJK SC</family></prefer></alias>
  <alias binding="same"><family>黑体</family><prefer><family>Noto Sans CJK SC</family></prefer></alias>
  <alias binding="same"><family>宋体</family><prefer><family>Noto Sans CJK SC</family></prefer></alias>
  <alias binding="same"><family>等线</family><prefer><family>Noto Sans CJK SC</family></prefer></alias>
</fontconfig>
XML
export FONTCONFIG_FILE="$work/fonts.conf"

node dist/cli.js score examples/国家样式-项目支出绩效自评表.xlsx --out "$work" > /dev/null || [ $? -eq 1 ]
soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$work" \
  "$work"/*.xlsx > /dev/null 2>&1
pdftoppm -r 130 -png "$work"/*.pdf "$work/page"

picture() {
  convert "$1" -trim -bordercolor white -border 12 +dither -colors 96 -strip "$2"
}
picture "$work/page-1.png" assets/scored-sheet.png
for page in 2 3 4; do
  if pdftotext -f "$page" -l "$page" "$work"/*.pdf - | grep -q '各级指标分值'; then
    picture "$work/page-$page.png" assets/summary-sheet.png
  fi
done
