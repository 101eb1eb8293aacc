/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-table-head"

#include "config.h"

#include "ty-table-head.h"

#include "ty-cell-range.h"
#include "ty-text.h"

#include <string.h>

/* A heading has at most so many rows, and a heading that nobody knows at least so many columns. */
#define MAX_ROWS 3
#define LEAST_CELLS 3
#define MAX_HEADING_CHARS 40

/* What a sheet of another office may have more of than a table that somebody filled in. */
#define MAX_COLUMNS 500
#define MAX_MERGES 2000

/* A heading that is repeated says so in its first cells. */
#define FEW_CELLS 4

/* What one heading is: some rows, one below the other. */
typedef struct
{
  TyTableLine *lines[MAX_ROWS];
  guint n_lines;
  GArray *merges; /* (nullable) */
  TyHeadingFunc knows;
  gpointer data;
} Block;

/* The cells that are looked at. */
static guint
get_n_cells (const TyTableLine *line)
{
  guint n = MIN (line->n_cells, MAX_COLUMNS);

  while (n > 0 && line->cells[n - 1].column >= MAX_COLUMNS)
    n--;
  return n;
}

static char *
dup_heading (const TyTableLine *line,
             guint              place)
{
  const TyCell *cell = ty_cell_at (line->cells, line->n_cells, place);
  g_autofree char *text = NULL;

  if (cell->kind != TY_CELL_TEXT && cell->kind != TY_CELL_NUMBER && cell->kind != TY_CELL_DATE)
    return g_strdup ("");

  text = ty_cell_dup_text (cell);
  return ty_text_clean (text);
}

static gboolean
is_empty (const TyTableLine *line,
          guint              place)
{
  g_autofree char *text = dup_heading (line, place);

  return *text == '\0';
}

static const TyCellRange *
find_merge (GArray *merges,
            guint   row,
            guint   place)
{
  for (guint i = 0; merges != NULL && i < merges->len; i++)
    {
      const TyCellRange *range = &g_array_index (merges, TyCellRange, i);

      if (row >= range->first_row && row <= range->last_row && place >= range->first_column
          && place <= range->last_column)
        return range;
    }
  return NULL;
}

static gboolean
begins_below (const Block *block,
              guint        level,
              guint        place)
{
  for (guint i = level + 1; i < block->n_lines; i++)
    if (!is_empty (block->lines[i], place))
      return TRUE;

  return FALSE;
}

/* What stands over a column in one row of the heading. A group's name stands over its first column only:
 * the merged block says how far it goes, or else the next name does. */
static char *
dup_level (const Block *block,
           guint        level,
           guint        place)
{
  TyTableLine *line = block->lines[level];
  const TyCellRange *merge = find_merge (block->merges, line->row, place);
  char *text = dup_heading (line, place);

  if (*text != '\0' || level + 1 == block->n_lines || !begins_below (block, level, place))
    return text;
  g_free (text);
  if (merge != NULL)
    return dup_heading (line, merge->first_column);
  for (guint at = place; block->merges == NULL && at-- > 0;)
    if (!is_empty (line, at))
      return begins_below (block, level, at) ? dup_heading (line, at) : g_strdup ("");

  return g_strdup ("");
}

static TyTableColumn *
make_column (const Block *block,
             guint        place)
{
  TyTableColumn *column = g_new0 (TyTableColumn, 1);
  g_autoptr(GString) joined = g_string_new (NULL);

  column->place = place;
  column->own = g_strdup ("");
  for (guint i = 0; i < block->n_lines; i++)
    {
      g_autofree char *text = dup_level (block, i, place);

      if (*text == '\0')
        continue;
      if (joined->len > 0)
        g_string_append_c (joined, '/');
      g_string_append (joined, text);
      g_free (column->own);
      column->own = g_steal_pointer (&text);
    }
  column->heading = g_strdup (joined->str);
  return column;
}

static gboolean
is_known (const Block         *block,
          const TyTableColumn *column)
{
  return block->knows != NULL && *column->heading != '\0'
         && (block->knows (column->heading, block->data) || block->knows (column->own, block->data));
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  const TyTableColumn *first = *(TyTableColumn *const *) a;
  const TyTableColumn *second = *(TyTableColumn *const *) b;

  return (first->place > second->place) - (first->place < second->place);
}

/* The columns that have something in one of the rows; cells that a vertical block covers have nothing. */
static GPtrArray *
make_columns (const Block *block)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) ty_table_column_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < block->n_lines; i++)
    for (guint j = 0; j < get_n_cells (block->lines[i]); j++)
      {
        guint place = block->lines[i]->cells[j].column;
        TyTableColumn *column;

        if (place >= MAX_COLUMNS || !g_hash_table_add (seen, GUINT_TO_POINTER (place)))
          continue;
        column = make_column (block, place);
        if (*column->heading != '\0')
          g_ptr_array_add (columns, column);
        else
          ty_table_column_free (column);
      }
  g_ptr_array_sort (columns, compare_columns);
  return columns;
}

static guint
count_known (const Block *block)
{
  g_autoptr(GPtrArray) columns = make_columns (block);
  guint n = 0;

  for (guint i = 0; i < columns->len; i++)
    n += is_known (block, g_ptr_array_index (columns, i));
  return n;
}

/* A row of short texts, each in a cell of its own. */
static gboolean
can_be_heading (const TyTableLine *line)
{
  for (guint i = 0; i < get_n_cells (line); i++)
    if ((line->cells[i].kind != TY_CELL_TEXT && line->cells[i].kind != TY_CELL_EMPTY)
        || g_utf8_strlen (line->cells[i].text, -1) > MAX_HEADING_CHARS)
      return FALSE;

  return get_n_cells (line) > 0;
}

static guint
count_texts (const TyTableLine *line)
{
  guint n = 0;

  for (guint i = 0; i < get_n_cells (line); i++)
    n += !is_empty (line, line->cells[i].column);
  return n;
}

/* Whether a block that begins in the upper row, and is higher than one row, says that the lower row
 * belongs to the heading; the blocks of the people below begin behind it. */
static gboolean
is_bound_by_merge (GArray            *merges,
                   const TyTableLine *upper,
                   const TyTableLine *lower)
{
  guint n = 0;

  for (guint i = 0; merges != NULL && i < merges->len; i++)
    {
      const TyCellRange *range = &g_array_index (merges, TyCellRange, i);

      n += range->first_row == upper->row && range->last_row == lower->row
           && !is_empty (upper, range->first_column);
    }
  return n > 0;
}

/* A second row names parts of a group (全日制教育: 学历, 毕业院校及专业) and leaves empty what is merged over
 * both rows. */
static gboolean
continues_heading (const Block *block,
                   TyTableLine *lower)
{
  TyTableLine *upper = block->lines[block->n_lines - 1];
  gboolean left_empty = FALSE;
  guint n_known = 0;

  if (lower->row != upper->row + 1 || !can_be_heading (lower))
    return FALSE;
  for (guint i = 0; i < get_n_cells (upper); i++)
    left_empty |= !is_empty (upper, upper->cells[i].column)
                  && is_empty (lower, upper->cells[i].column);
  if (!left_empty)
    return FALSE;
  if (is_bound_by_merge (block->merges, block->lines[0], lower))
    return TRUE;

  for (guint i = 0; i < get_n_cells (lower); i++)
    {
      g_autofree char *text = dup_heading (lower, lower->cells[i].column);

      n_known += *text != '\0' && block->knows != NULL && block->knows (text, block->data);
    }
  return n_known > 0;
}

static Block
make_block (GPtrArray     *lines,
            guint          at,
            GArray        *merges,
            TyHeadingFunc  knows,
            gpointer       data)
{
  Block block = { .n_lines = 1, .merges = merges, .knows = knows, .data = data };

  block.lines[0] = g_ptr_array_index (lines, at);
  while (block.n_lines < MAX_ROWS && at + block.n_lines < lines->len
         && continues_heading (&block, g_ptr_array_index (lines, at + block.n_lines)))
    {
      block.lines[block.n_lines] = g_ptr_array_index (lines, at + block.n_lines);
      block.n_lines++;
    }
  return block;
}

static void
add_titles (TyTableHead *self,
            GPtrArray   *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      TyTableLine *line = g_ptr_array_index (lines, i);
      g_autoptr(GString) title = g_string_new (NULL);

      if (self->first_row == 0 || line->row >= self->first_row)
        return;
      for (guint j = 0; j < get_n_cells (line); j++)
        {
          g_autofree char *text = dup_heading (line, line->cells[j].column);

          if (*text != '\0' && title->len > 0)
            g_string_append_c (title, ' ');
          g_string_append (title, text);
        }
      if (title->len > 0)
        g_ptr_array_add (self->titles, g_strdup (title->str));
    }
}

/* Columns without a heading hold something all the same. */
static void
add_bare_columns (TyTableHead *self,
                  GPtrArray   *lines)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->columns->len; i++)
    g_hash_table_add (seen, GUINT_TO_POINTER (((TyTableColumn *) self->columns->pdata[i])->place));
  for (guint i = 0; i < lines->len; i++)
    {
      TyTableLine *line = g_ptr_array_index (lines, i);

      for (guint j = 0; j < get_n_cells (line); j++)
        {
          guint place = line->cells[j].column;
          TyTableColumn *column;

          if (place >= MAX_COLUMNS || is_empty (line, place)
              || !g_hash_table_add (seen, GUINT_TO_POINTER (place)))
            continue;
          column = g_new0 (TyTableColumn, 1);
          column->place = place;
          column->heading = g_strdup ("");
          column->own = g_strdup ("");
          g_ptr_array_add (self->columns, column);
        }
    }
  g_ptr_array_sort (self->columns, compare_columns);
}

/* What most cells of a column are. Names are hardly ever the same twice; words of a list are. */
static TyTableContent
find_content (GPtrArray *lines,
              guint      place)
{
  g_autoptr(GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint counts[TY_N_TABLE_CONTENTS] = { 0 };
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      TyTableLine *line = g_ptr_array_index (lines, i);
      const TyCell *cell = ty_cell_at (line->cells, line->n_cells, place);
      TyTableContent content = cell->kind != TY_CELL_EMPTY ? ty_table_content_find (cell)
                                                           : TY_TABLE_CONTENT_NOTHING;

      if (content == TY_TABLE_CONTENT_NOTHING)
        continue;
      counts[content]++;
      g_hash_table_add (texts, ty_cell_dup_text (cell));
      n++;
    }
  if (n == 0)
    return TY_TABLE_CONTENT_NOTHING;
  for (guint i = TY_TABLE_CONTENT_ID_NUMBER; i < TY_TABLE_CONTENT_NAME; i++)
    if (5 * counts[i] >= 4 * n)
      return (TyTableContent) i;

  return 5 * counts[TY_TABLE_CONTENT_NAME] >= 4 * n && 2 * g_hash_table_size (texts) > n
           ? TY_TABLE_CONTENT_NAME
           : TY_TABLE_CONTENT_TEXT;
}

/* The rows below the heading in which something is said. */
static GPtrArray *
pick_data (TyTableHead *self,
           GPtrArray   *lines)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < lines->len && picked->len < TY_TABLE_CONTENT_ROWS; i++)
    if (ty_table_head_tell_row (self, g_ptr_array_index (lines, i)) == TY_TABLE_ROW_DATA)
      g_ptr_array_add (picked, g_ptr_array_index (lines, i));

  return picked;
}

static TyTableHead *
make_head (const Block *block,
           GPtrArray   *lines)
{
  TyTableHead *self = g_new0 (TyTableHead, 1);
  g_autoptr(GPtrArray) data = NULL;

  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->columns = make_columns (block);
  self->n_known = count_known (block);
  if (block->n_lines > 0)
    {
      self->first_row = block->lines[0]->row;
      self->last_row = block->lines[block->n_lines - 1]->row;
    }
  add_titles (self, lines);
  data = pick_data (self, lines);
  add_bare_columns (self, data);
  for (guint i = 0; i < self->columns->len; i++)
    {
      TyTableColumn *column = g_ptr_array_index (self->columns, i);

      column->content = find_content (data, column->place);
    }
  return self;
}

/* Where nobody knows a heading, the first row of short texts that is as wide as the table is one, unless the
 * row below looks the same in every column, which a list without a heading does. */
static gboolean
looks_like_heading (GPtrArray *lines,
                    guint      at)
{
  TyTableLine *line = g_ptr_array_index (lines, at);
  TyTableLine *next;
  guint widest = 0;

  for (guint i = 0; i < lines->len; i++)
    widest = MAX (widest, count_texts (g_ptr_array_index (lines, i)));
  if (!can_be_heading (line) || count_texts (line) < MIN (LEAST_CELLS, widest)
      || 3 * count_texts (line) < 2 * widest || at + 1 >= lines->len)
    return FALSE;
  next = g_ptr_array_index (lines, at + 1);
  for (guint i = 0; i < get_n_cells (line); i++)
    {
      TyTableContent content = ty_table_content_find (&line->cells[i]);

      /* 单位 begins like a surname. */
      if (content == TY_TABLE_CONTENT_NAME
          && ty_table_content_find (ty_cell_at (next->cells, next->n_cells, line->cells[i].column))
               != TY_TABLE_CONTENT_NAME)
        continue;
      if (content != TY_TABLE_CONTENT_TEXT && content != TY_TABLE_CONTENT_NOTHING)
        return FALSE;
    }
  return TRUE;
}

/* The merged blocks of the first rows; none where the file has none, since the program that wrote it may not
 * know any. */
static GArray *
pick_merges (GPtrArray *lines,
             GArray    *merges)
{
  GArray *picked;
  guint last = 0;

  if (merges == NULL || merges->len == 0)
    return NULL;

  picked = g_array_new (FALSE, FALSE, sizeof (TyCellRange));
  for (guint i = 0; i < MIN (lines->len, TY_TABLE_HEAD_ROWS + MAX_ROWS); i++)
    last = ((TyTableLine *) g_ptr_array_index (lines, i))->row;
  for (guint i = 0; i < merges->len && picked->len < MAX_MERGES; i++)
    if (g_array_index (merges, TyCellRange, i).first_row <= last)
      g_array_append_val (picked, g_array_index (merges, TyCellRange, i));
  return picked;
}

/**
 * ty_table_head_find:
 * @lines: (element-type TyTableLine): the first rows of a sheet
 * @merges: (nullable) (element-type TyCellRange): its merged blocks, or %NULL where the file cannot say
 * @knows: (nullable): who knows headings
 * @data: for @knows
 *
 * Looks for the heading, below a title and other lines: the rows, up to three, in which most columns are
 * known; where none is, a row that looks like one. A table without a heading has none: its columns are
 * told by what they hold.
 *
 * Returns: (transfer full): the head, with `n_known` columns that somebody knows
 */
TyTableHead *
ty_table_head_find (GPtrArray     *lines,
                    GArray        *merges,
                    TyHeadingFunc  knows,
                    gpointer       data)
{
  g_autoptr(GArray) blocks = pick_merges (lines, merges);
  Block best = { .merges = blocks, .knows = knows, .data = data };
  guint most = 0;

  for (guint i = 0; i < MIN (lines->len, TY_TABLE_HEAD_ROWS); i++)
    {
      Block block = make_block (lines, i, blocks, knows, data);
      guint n = count_known (&block);

      if (n > most)
        best = block;
      most = MAX (most, n);
    }
  for (guint i = 0; most < 2 && i < MIN (lines->len, TY_TABLE_HEAD_ROWS); i++)
    if (looks_like_heading (lines, i))
      {
        best = make_block (lines, i, blocks, knows, data);
        break;
      }

  return make_head (&best, lines);
}

/**
 * ty_table_head_new_at:
 * @lines: (element-type TyTableLine): the first rows of a sheet
 * @merges: (nullable) (element-type TyCellRange): its merged blocks
 * @first_row: the first row of the heading, from 1; 0 = there is none
 * @last_row: the last one, at most two below it
 * @knows: (nullable): who knows headings
 * @data: for @knows
 *
 * Takes rows for the heading that somebody chose.
 *
 * Returns: (transfer full): the head
 */
TyTableHead *
ty_table_head_new_at (GPtrArray     *lines,
                      GArray        *merges,
                      guint          first_row,
                      guint          last_row,
                      TyHeadingFunc  knows,
                      gpointer       data)
{
  g_autoptr(GArray) blocks = pick_merges (lines, merges);
  Block block = { .merges = blocks, .knows = knows, .data = data };

  for (guint i = 0; i < lines->len && block.n_lines < MAX_ROWS; i++)
    {
      TyTableLine *line = g_ptr_array_index (lines, i);

      if (first_row > 0 && line->row >= first_row && line->row <= last_row)
        block.lines[block.n_lines++] = line;
    }
  return make_head (&block, lines);
}

void
ty_table_head_free (TyTableHead *self)
{
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

/**
 * ty_table_head_get_column:
 * @self: a head
 * @place: a column of the sheet, from 0
 *
 * Returns: (transfer none) (nullable): the column, if the table has it
 */
TyTableColumn *
ty_table_head_get_column (TyTableHead *self,
                          guint        place)
{
  guint low = 0;
  guint high = self->columns->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      TyTableColumn *column = g_ptr_array_index (self->columns, middle);

      if (column->place == place)
        return column;
      if (column->place < place)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Whether most of the first cells say what stands above them, or are the numbers of their columns. */
static gboolean
repeats_heading (TyTableHead       *self,
                 const TyTableLine *line,
                 guint              n_cells)
{
  guint n = 0, n_same = 0, n_counted = 0;

  for (guint i = 0; i < line->n_cells && n < n_cells; i++)
    {
      TyTableColumn *column = ty_table_head_get_column (self, line->cells[i].column);
      g_autofree char *text = dup_heading (line, line->cells[i].column);

      if (*text == '\0')
        continue;
      n++;
      n_counted += strspn (text, "0123456789") == strlen (text)
                   && g_ascii_strtoull (text, NULL, 10) == n;
      n_same += column != NULL && *column->heading != '\0'
                && (strcmp (column->own, text) == 0 || g_str_has_prefix (column->heading, text));
    }
  return (n > 0 && 2 * n_same > n) || (n >= LEAST_CELLS && n_counted == n);
}

/* The first cell with something in it. */
static char *
dup_first (const TyTableLine *line)
{
  for (guint i = 0; i < get_n_cells (line); i++)
    {
      g_autofree char *text = ty_cell_dup_text (&line->cells[i]);
      char *folded = ty_text_fold (text);

      if (*folded != '\0')
        return folded;
      g_free (folded);
    }
  return NULL;
}

/**
 * ty_table_head_tell_row:
 * @self: a head
 * @line: a row of its sheet
 *
 * Tells by its words what a row is. Words alone may deceive: whoever knows which columns must say
 * something asks for those as well.
 *
 * Returns: what the row is
 */
TyTableRow
ty_table_head_tell_row (TyTableHead       *self,
                        const TyTableLine *line)
{
  static const char *const totals[] = { "合计", "总计", "小计", "共计", "总数", "汇总" };
  static const char *const footers[] = { "填表", "填报", "审核", "制表", "联系人", "备注", "注:", "说明",
                                         "单位负责人", "主要负责人", "分管负责人", "负责人:", "负责人(" };
  g_autofree char *first = dup_first (line);

  if (first == NULL)
    return TY_TABLE_ROW_BLANK;
  if (line->row <= self->last_row)
    return TY_TABLE_ROW_HEAD;
  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    if (g_str_has_prefix (first, totals[i]))
      return TY_TABLE_ROW_TOTAL;
  for (guint i = 0; i < G_N_ELEMENTS (footers); i++)
    if (g_str_has_prefix (first, footers[i]))
      return TY_TABLE_ROW_FOOTER;

  /* Nearly all rows are told by their first cells. */
  return repeats_heading (self, line, FEW_CELLS) && repeats_heading (self, line, G_MAXUINT)
           ? TY_TABLE_ROW_HEADING
           : TY_TABLE_ROW_DATA;
}
