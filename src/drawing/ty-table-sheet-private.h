/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ty-table-sheet.h"

G_BEGIN_DECLS

/* All in points. */
#define TY_SHEET_TITLE_SIZE 16
#define TY_SHEET_TEXT_SIZE 10
#define TY_SHEET_SMALL_SIZE 9
#define TY_SHEET_GAP 6
#define TY_SHEET_FOOT_HEIGHT 24

/*< private >
 * TySheetRow:
 * @cells: the texts of all columns one after the other, each ended by a NUL; of a heading only one
 * @heading: whether it stands above the rows of a group, across all columns
 */
typedef struct
{
  const char *cells;
  gboolean heading;
} TySheetRow;

/*< private >
 * TySheetPage:
 * @row: the first row
 * @part: which part of it, where a row is higher than a page
 * @heading: the heading of the group that goes on, or -1
 */
typedef struct
{
  guint row;
  guint part;
  int heading;
} TySheetPage;

struct _TyTableSheet
{
  char *title;
  char *subtitle;
  char *right; /* (nullable): at the end of the line of the subtitle */
  char *below; /* (nullable): in a line of its own below it */
  char *footer;
  TySheetColumn *columns;
  guint n_columns;
  gboolean grid;
  gboolean grouped;    /* whether columns have groups */
  GStringChunk *texts; /* (owned) */
  GArray *rows;        /* (element-type TySheetRow) */

  GArray *pages;       /* (element-type TySheetPage) */
  PangoLayout *layout; /* (owned) (nullable) until it is laid out */
  PangoFontDescription *font;
  double *widths;      /* (owned): of the columns */
  double width;
  double height;
  double padding;
  double size;         /* of the texts */
  double line;         /* the height of a line of them */
  double upper;        /* of the upper headings, 0 without groups */
  double head;         /* where the rows begin */

  /* Where it is */
  guint next;
  int heading;
  double y;
};

double ty_table_sheet_set_text     (TyTableSheet     *self,
                                    const char       *text,
                                    double            size,
                                    gboolean          bold,
                                    PangoAlignment    alignment,
                                    double            width);
double ty_table_sheet_set_cell     (TyTableSheet     *self,
                                    guint             column,
                                    const char       *text);
double ty_table_sheet_set_column_heading (TyTableSheet *self,
                                    guint             column);
double ty_table_sheet_set_heading  (TyTableSheet     *self,
                                    const char       *text);
double ty_table_sheet_measure_row  (TyTableSheet     *self,
                                    const TySheetRow *row);
guint  ty_table_sheet_count_same_group (TyTableSheet *self,
                                    guint             first);
double ty_table_sheet_get_room     (TyTableSheet     *self);
int    ty_table_sheet_find_part    (TyTableSheet     *self,
                                    guint             part,
                                    int              *last);

static inline const char *
ty_sheet_next_cell (const char *cell)
{
  while (*cell != '\0')
    cell++;
  return cell + 1;
}

G_END_DECLS
