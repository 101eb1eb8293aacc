/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-import-columns"

#include "config.h"

#include "ty-import-columns.h"

#include "ty-drop-down.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

#define SAMPLE_ROWS 8
#define COLUMN_CHARS 13

/**
 * TyImportColumns:
 *
 * The columns of a table with its first rows, and above each what it means. The signal “changed” comes when the
 * user says that a column means something else; the look then says so.
 */
struct _TyImportColumns
{
  AdwBin parent_instance;

  GtkGrid *grid;      /* (unowned) */
  TyImportLook *look; /* (unowned) (nullable) */
  GPtrArray *drops;   /* (owned) (element-type GtkDropDown) (unowned elements) */
  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyImportColumns, ty_import_columns, ADW_TYPE_BIN)

static guint
find_target (TyImportColumns      *self,
             const TyImportTarget *target)
{
  for (guint i = 0; target != NULL && i < self->look->targets->len; i++)
    if (g_ptr_array_index (self->look->targets, i) == target)
      return i + 1;

  return 0;
}

static TyImportColumn *
get_column (TyImportColumns *self,
            guint            i)
{
  return &g_array_index (self->look->sheet->columns, TyImportColumn, i);
}

/* Two columns never mean the same: the one that did so before is read no more. */
static void
selected_cb (TyImportColumns *self,
             GParamSpec      *pspec,
             GtkDropDown     *drop)
{
  guint selected = gtk_drop_down_get_selected (drop);
  const TyImportTarget *target;
  guint place;

  if (self->filling || self->look == NULL || selected == GTK_INVALID_LIST_POSITION
      || !g_ptr_array_find (self->drops, drop, &place))
    return;

  target = selected > 0 ? g_ptr_array_index (self->look->targets, selected - 1) : NULL;
  self->filling = TRUE;
  for (guint i = 0; target != NULL && i < self->drops->len; i++)
    if (i != place && get_column (self, i)->target == target && get_column (self, i)->year == 0)
      {
        get_column (self, i)->target = NULL;
        gtk_drop_down_set_selected (g_ptr_array_index (self->drops, i), 0);
      }
  self->filling = FALSE;
  get_column (self, place)->target = target;
  get_column (self, place)->year = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GListModel *
new_model (TyImportColumns *self)
{
  GtkStringList *model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, _("(not read)"));
  for (guint i = 0; i < self->look->targets->len; i++)
    gtk_string_list_append (model, ((TyImportTarget *) g_ptr_array_index (self->look->targets, i))->label);
  return G_LIST_MODEL (model);
}

static void
add_drop (TyImportColumns *self,
          GListModel      *model,
          guint            i)
{
  TyImportColumn *column = get_column (self, i);
  GtkWidget *drop = gtk_drop_down_new (g_object_ref (model),
                                       gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  g_autofree char *name = g_strdup_printf (_("What “%s” means"), column->heading);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), find_target (self, column->target));
  gtk_widget_set_size_request (drop, 150, -1);
  ty_drop_down_set_label (GTK_DROP_DOWN (drop), name);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->drops, drop);
  gtk_grid_attach (self->grid, drop, (int) i, 0, 1, 1);
}

static void
add_label (TyImportColumns *self,
           const char      *text,
           guint            column,
           guint            row,
           const char      *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_widget_set_tooltip_text (label, *text != '\0' ? text : NULL);
  gtk_widget_set_margin_start (label, 4);
  gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->grid, label, (int) column, (int) row, 1, 1);
}

/* Numbers of people are masked here as elsewhere: somebody may look over the shoulder. */
static char *
dup_sample (const TyImportColumn *column,
            TyTableLine          *line)
{
  char *text = ty_table_line_dup_text (line, column->place);
  char *masked = NULL;

  if (*text != '\0' && column->content == TY_TABLE_CONTENT_ID_NUMBER)
    masked = ty_text_mask_id_number (text);
  else if (*text != '\0' && column->content == TY_TABLE_CONTENT_MOBILE)
    masked = ty_text_mask_phone (text);
  if (masked == NULL)
    return text;

  g_free (text);
  return masked;
}

static void
add_samples (TyImportColumns *self)
{
  TyImportSheet *sheet = self->look->sheet;
  guint n = 0;

  for (guint i = 0; i < sheet->lines->len && n < SAMPLE_ROWS; i++)
    {
      TyTableLine *line = g_ptr_array_index (sheet->lines, i);

      if (line->row <= sheet->head->last_row || ty_table_head_tell_row (sheet->head, line) != TY_TABLE_ROW_DATA)
        continue;
      for (guint j = 0; j < sheet->columns->len; j++)
        {
          g_autofree char *text = dup_sample (get_column (self, j), line);

          add_label (self, text, j, 2 + n, "dim-label");
        }
      n++;
    }
}

static void
clear (TyImportColumns *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->drops, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
ty_import_columns_dispose (GObject *object)
{
  TyImportColumns *self = TY_IMPORT_COLUMNS (object);

  self->look = NULL;
  self->filling = TRUE;

  G_OBJECT_CLASS (ty_import_columns_parent_class)->dispose (object);
}

static void
ty_import_columns_finalize (GObject *object)
{
  g_clear_pointer (&TY_IMPORT_COLUMNS (object)->drops, g_ptr_array_unref);

  G_OBJECT_CLASS (ty_import_columns_parent_class)->finalize (object);
}

static void
ty_import_columns_class_init (TyImportColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ty_import_columns_dispose;
  object_class->finalize = ty_import_columns_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TY_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
ty_import_columns_init (TyImportColumns *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->drops = g_ptr_array_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 10);
  gtk_grid_set_row_spacing (self->grid, 7);
  gtk_widget_set_margin_start (GTK_WIDGET (self->grid), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->grid), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->grid), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->grid), 16);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  gtk_widget_add_css_class (scroller, "card");
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * ty_import_columns_set_look:
 * @self: the columns
 * @look: (nullable): what a file looks like; it must outlive the columns or be replaced
 *
 * Shows the columns of its table.
 */
void
ty_import_columns_set_look (TyImportColumns *self,
                            TyImportLook    *look)
{
  g_autoptr(GListModel) model = NULL;

  g_return_if_fail (TY_IS_IMPORT_COLUMNS (self));

  self->filling = TRUE;
  clear (self);
  self->look = look;
  if (look != NULL && look->sheet != NULL)
    {
      model = new_model (self);
      for (guint i = 0; i < look->sheet->columns->len; i++)
        {
          add_drop (self, model, i);
          add_label (self, get_column (self, i)->heading, i, 1, "heading");
        }
      add_samples (self);
    }
  self->filling = FALSE;
}

/**
 * ty_import_columns_dup_hint:
 * @look: what a file looks like
 * @by_hand: whether the user said what some columns mean
 *
 * Returns: (transfer full): what was recognised, or what is missing, a sentence
 */
char *
ty_import_columns_dup_hint (TyImportLook *look,
                            gboolean      by_hand)
{
  const char *name = look->mapping != NULL ? ty_import_mapping_get_name (look->mapping) : NULL;

  if (look->sheet == NULL || look->sheet->head->first_row == 0)
    return g_strdup (_("No heading was found. Above the rows there must be a row that names the columns."));
  if (!look->usable)
    return g_strdup (_("Some columns that such a table needs are missing. Say what the columns mean, or choose "
                       "another kind of table."));
  if (name != NULL && !by_hand)
    return g_strdup_printf (_("The table looks like “%s”, and is read in the same way."), name);

  return g_strdup (_("Look whether the columns are understood rightly. What is not read changes nothing."));
}
