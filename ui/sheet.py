"""The style sheet made of a theme. Widgets name what they are by the property ``role``; nothing else sets a colour or a font.

Roles: of labels ``small``, ``soft``, ``strong``, ``title``, ``word``, ``sentence``, ``customer``; of frames ``panel``, ``band``,
``row``, ``training``; of buttons ``primary``, ``plain`` (the default), ``quiet``, ``round``; of line edits ``code``; of scrolled
texts ``read``.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import FALLBACK_FONTS, FOCUS, GRID, TARGET, Palette, Text, Theme

ROLE = "role"
_DRESSED = "dressed"


def give_role(widget: QWidget, role: str) -> None:
    """Say what a widget is; one that is shown already is painted anew."""
    if widget.property(ROLE) == role:
        return
    widget.setProperty(ROLE, role)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def dress(app: QApplication, theme: Theme) -> None:
    """Give the whole program its theme: fonts and colours, and the windows that wear one their sheets.

    The sheet is each window's and not the application's: with that, Qt would look up a part's rules anew at every step of its way
    into a page, which took longer than all else about making one.
    """
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    family = theme.family or font.family()
    font.setFamilies([family, *FALLBACK_FONTS])
    font.setPointSizeF(theme.points(Text.BASE))
    app.setFont(font)
    app.setPalette(_qt_palette(theme.palette))
    for window in app.topLevelWidgets():
        if window.property(_DRESSED):
            dress_window(window, theme)


def dress_window(window: QWidget, theme: Theme) -> None:
    """Give a window its sheet, which all in it inherits, and another one with every theme to come."""
    window.setProperty(_DRESSED, True)
    sheet = style_sheet(theme)
    if window.styleSheet() != sheet:  # Qt would look at every part anew
        window.setStyleSheet(sheet)


def font_of(theme: Theme, text: Text, *, bold: bool = False) -> QFont:
    """The font of a text that is painted by hand."""
    font = QFont(QApplication.font())
    font.setPointSizeF(theme.points(text))
    font.setBold(bold)
    return font


def style_sheet(theme: Theme) -> str:
    """The whole sheet."""
    palette = theme.palette
    size = {text: f"{theme.points(text):.1f}pt" for text in Text}
    radius = GRID // 2
    return f"""
QWidget {{ color: {palette.ink}; font-size: {size[Text.BASE]}; }}
QWidget#window, QDialog {{ background: {palette.ground}; }}
QToolTip {{ background: {palette.panel}; color: {palette.ink}; border: 1px solid {palette.edge}; padding: {radius}px; }}
QLabel {{ background: transparent; }}
QLabel[role="small"] {{ font-size: {size[Text.SMALL]}; color: {palette.soft}; }}
QLabel[role="soft"] {{ color: {palette.soft}; }}
QLabel[role="strong"] {{ font-size: {size[Text.STRONG]}; font-weight: 600; }}
QLabel[role="title"] {{ font-size: {size[Text.TITLE]}; font-weight: 600; }}
QLabel[role="word"] {{ font-size: {size[Text.WORD]}; font-weight: 600; }}
QLabel[role="sentence"] {{ font-size: {size[Text.SENTENCE]}; }}
QLabel[role="customer"] {{ font-size: {size[Text.CUSTOMER]}; font-weight: 600; }}
QFrame[role="panel"] {{ background: {palette.panel}; border: 1px solid {palette.line}; border-radius: {GRID}px; }}
QFrame[role="band"] {{ background: {palette.panel}; border: none; }}
QFrame[role="training"] {{ background: {palette.accent}; border: none; }}
QFrame[role="training"] QLabel {{ color: {palette.on_accent}; }}
QFrame[role="training"] QPushButton:focus {{ border: {FOCUS}px solid {palette.ink}; }}
QFrame[role="rule"] {{ background: {palette.line}; border: none; }}
QFrame[role="row"] {{ background: {palette.field}; border: 1px solid {palette.line}; border-radius: {radius}px; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
Scroller[role="read"] {{ border: {FOCUS}px solid transparent; border-radius: {GRID}px; }}
Scroller[role="read"]:focus {{ border: {FOCUS}px solid {palette.accent}; }}
{_buttons(palette, radius)}
{_fields(theme, radius)}
{_lists(palette, radius)}
{_bars(palette)}
"""


def _buttons(palette: Palette, radius: int) -> str:
    # A ring that is always there, unseen, so that focus moves nothing.
    inner = TARGET - 2 * FOCUS
    return f"""
QPushButton {{
    background: {palette.panel}; color: {palette.ink}; border: 1px solid {palette.edge}; border-radius: {radius + 2}px;
    min-height: {TARGET - 2}px; padding: 0 {2 * GRID}px; outline: none;
}}
QPushButton:hover {{ background: {palette.tint}; }}
QPushButton:pressed {{ background: {palette.line}; }}
QPushButton:disabled {{ color: {palette.soft}; background: {palette.ground}; border: 1px solid {palette.line}; }}
QPushButton:focus {{ border: {FOCUS}px solid {palette.accent}; min-height: {inner}px; padding: 0 {2 * GRID - 2}px; }}
QPushButton[role="primary"] {{
    background: {palette.accent}; color: {palette.on_accent}; border: 1px solid {palette.accent}; font-weight: 600;
    padding: 0 {3 * GRID}px;
}}
QPushButton[role="primary"]:hover {{ background: {palette.pressed}; }}
QPushButton[role="primary"]:pressed {{ background: {palette.pressed}; }}
QPushButton[role="primary"]:focus {{ border: {FOCUS}px solid {palette.ink}; padding: 0 {3 * GRID - 2}px; }}
QPushButton[role="primary"]:disabled {{
    background: {palette.ground}; color: {palette.soft}; border: 1px solid {palette.line};
}}
QPushButton[role="quiet"] {{ background: transparent; border: 1px solid transparent; padding: 0 {GRID}px; }}
QPushButton[role="quiet"]:hover {{ background: {palette.tint}; }}
QPushButton[role="quiet"]:focus {{ border: {FOCUS}px solid {palette.accent}; padding: 0 {GRID - 2}px; }}
QPushButton[role="round"] {{ padding: 0; min-width: {TARGET - 2}px; max-width: {TARGET - 2}px; }}
QPushButton[role="round"]:focus {{ padding: 0; min-width: {inner}px; max-width: {inner}px; }}
QPushButton:checked {{ background: {palette.tint}; }}
QCheckBox {{
    spacing: {GRID}px; min-height: {TARGET - 2}px; padding: 0 {GRID}px; border: 1px solid transparent;
    border-radius: {radius}px; outline: none;
}}
QCheckBox:focus {{ border: {FOCUS}px solid {palette.accent}; min-height: {inner}px; padding: 0 {GRID - 2}px; }}
QCheckBox::indicator {{
    width: 20px; height: 20px; border: 2px solid {palette.edge}; border-radius: {radius}px; background: {palette.field};
}}
QCheckBox::indicator:checked {{ background: {palette.accent}; border: 2px solid {palette.accent}; }}
QCheckBox:disabled {{ color: {palette.soft}; }}
"""


def _fields(theme: Theme, radius: int) -> str:
    palette = theme.palette
    return f"""
QLineEdit {{
    background: {palette.field}; color: {palette.ink}; border: 1px solid {palette.edge}; border-radius: {radius}px;
    min-height: {TARGET - 2}px; padding: 0 {GRID + 2}px; placeholder-text-color: {palette.soft};
    selection-background-color: {palette.accent}; selection-color: {palette.on_accent};
}}
QLineEdit:focus {{ border: {FOCUS}px solid {palette.accent}; min-height: {TARGET - 2 * FOCUS}px; padding: 0 {GRID}px; }}
QLineEdit[role="code"] {{ font-size: {theme.points(Text.STRONG):.1f}pt; }}
QComboBox {{
    background: {palette.field}; color: {palette.ink}; border: 1px solid {palette.edge}; border-radius: {radius}px;
    min-height: {TARGET - 2}px; padding: 0 {GRID + 2}px; combobox-popup: 0;
}}
QComboBox:focus {{ border: {FOCUS}px solid {palette.accent}; min-height: {TARGET - 2 * FOCUS}px; padding: 0 {GRID}px; }}
QComboBox::drop-down {{ border: none; width: {3 * GRID}px; }}
QComboBox QAbstractItemView {{
    background: {palette.field}; color: {palette.ink}; border: 1px solid {palette.edge};
    selection-background-color: {palette.accent}; selection-color: {palette.on_accent};
}}
QProgressBar {{
    background: {palette.field}; border: 1px solid {palette.edge}; border-radius: {radius}px; min-height: {2 * GRID}px;
    max-height: {2 * GRID}px; text-align: center; color: transparent;
}}
QProgressBar::chunk {{ background: {palette.accent}; border-radius: {radius - 1}px; }}
"""


def _lists(palette: Palette, radius: int) -> str:
    return f"""
Lines {{ background: transparent; border: {FOCUS}px solid transparent; border-radius: {GRID}px; outline: none; }}
Lines:focus {{ border: {FOCUS}px solid {palette.accent}; }}
QTableView {{
    background: {palette.panel}; alternate-background-color: {palette.field}; gridline-color: {palette.line};
    border: 1px solid {palette.line}; selection-background-color: {palette.tint}; selection-color: {palette.ink};
    outline: none;
}}
QTableView QLineEdit {{ min-height: 0; padding: 0 {radius}px; border-radius: 0; }}
QHeaderView {{ background: {palette.ground}; border: none; }}
QHeaderView::section {{
    background: {palette.ground}; color: {palette.ink}; border: none; border-bottom: 1px solid {palette.line};
    border-right: 1px solid {palette.line}; padding: {radius}px {GRID}px;
}}
QTableCornerButton::section {{ background: {palette.ground}; border: none; border-bottom: 1px solid {palette.line}; }}
QMenu {{ background: {palette.panel}; border: 1px solid {palette.edge}; padding: {radius}px; }}
QMenu::item {{ padding: {GRID}px {3 * GRID}px; border-radius: {radius}px; }}
QMenu::item:selected {{ background: {palette.tint}; }}
QMenu::item:disabled {{ color: {palette.soft}; }}
QMenu::separator {{ height: 1px; background: {palette.line}; margin: {radius}px; }}
"""


def _bars(palette: Palette) -> str:
    return f"""
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {palette.edge}; border-radius: 2px; min-height: 32px; min-width: 32px; margin: 4px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ border-radius: 4px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _qt_palette(palette: Palette) -> QPalette:
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: palette.ground,
        QPalette.ColorRole.WindowText: palette.ink,
        QPalette.ColorRole.Base: palette.field,
        QPalette.ColorRole.AlternateBase: palette.ground,
        QPalette.ColorRole.Text: palette.ink,
        QPalette.ColorRole.Button: palette.panel,
        QPalette.ColorRole.ButtonText: palette.ink,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.on_accent,
        QPalette.ColorRole.PlaceholderText: palette.soft,
        QPalette.ColorRole.ToolTipBase: palette.panel,
        QPalette.ColorRole.ToolTipText: palette.ink,
    }
    for role, colour in roles.items():
        made.setColor(role, colour)
    return made
