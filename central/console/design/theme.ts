import type { ThemeConfig } from 'antd';

/** The kiosk's own hues (renderer/design/tokens.css) for a desk: small type, many lines, the same sea. */
export const HUES = {
  sea900: '#00353c',
  sea700: '#00535c',
  sea600: '#00666f',
  sea300: '#8fd0cc',
  sea100: '#d9ecec',
  sea50: '#eef7f6',
  sand50: '#fbf8f2',
  sand100: '#f3ecdf',
  sand200: '#e6dac5',
  sand300: '#cfc6b4',
  white: '#ffffff',
  ink: '#10262b',
  ink2: '#34494e',
  good: '#14532f',
  warn: '#6b3500',
  warnBar: '#b86200',
  bad: '#861a12',
  guide: '#c4541c',
} as const;

/** Lines and bars of charts, in the order they are taken. */
export const CHART_HUES = [HUES.sea600, HUES.guide, HUES.sea300, HUES.warnBar, HUES.ink2, HUES.bad] as const;

export const theme: ThemeConfig = {
  cssVar: { key: 'console' },
  token: {
    colorPrimary: HUES.sea600,
    colorInfo: HUES.sea600,
    colorLink: HUES.sea600,
    colorSuccess: HUES.good,
    colorWarning: HUES.warnBar,
    colorError: HUES.bad,
    colorText: HUES.ink,
    colorTextSecondary: HUES.ink2,
    colorTextTertiary: HUES.ink2,
    colorTextDescription: HUES.ink2,
    colorTextPlaceholder: '#5b6c70',
    colorBgLayout: HUES.sand50,
    colorBorder: HUES.sand300,
    colorBorderSecondary: HUES.sand200,
    borderRadius: 6,
    fontFamily: '"Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif',
    fontSize: 14,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Layout: { siderBg: HUES.sea900, headerBg: HUES.white, headerHeight: 48, headerPadding: '0 20px' },
    Menu: {
      darkItemBg: HUES.sea900,
      darkSubMenuItemBg: HUES.sea900,
      darkItemColor: HUES.sea100,
      darkItemSelectedBg: HUES.sea600,
      darkGroupTitleColor: HUES.sea300,
      itemHeight: 36,
    },
    Table: { headerBg: HUES.sand100, headerColor: HUES.ink, cellPaddingBlockSM: 6, rowHoverBg: HUES.sea50 },
    Card: { headerHeight: 42, bodyPadding: 16 },
    Statistic: { contentFontSize: 26 },
  },
};
