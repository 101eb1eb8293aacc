/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-merge-grid"

#include "config.h"

#include "ty-merge-grid.h"

#include "ty-portrait-view.h"

#include <glib/gi18n-lib.h>

/* Lines of a grid: what it is, what the record that stays says, what the other one says. Where one of the two
 * is to be chosen, both are radio buttons, which write into the merge at once. */

#define PHOTO_WIDTH 48

/* The grid has columns of one width, so that those of all parts stand below each other. */
#define HEADING_COLUMNS 2
#define VALUE_COLUMNS 5

/* What a choice changes: a bit of the fields, or a row. */
typedef struct
{
  TyPersonMerge *merge; /* (unowned): of the preview, which outlives the grid */
  guint field;
  TyMergeRow *row;      /* (unowned) (nullable) */
} Choice;

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_heading (GtkGrid    *grid,
             int         line,
             const char *text,
             gboolean    choice)
{
  GtkWidget *label = make_label (text, "dim-label");

  /* In line with the text beside the radio button. */
  if (choice)
    gtk_widget_set_margin_top (label, 2);
  gtk_grid_attach (grid, label, 0, line, HEADING_COLUMNS, 1);
}

static void
add_value (GtkGrid   *grid,
           guint      line,
           guint      side,
           GtkWidget *value)
{
  gtk_grid_attach (grid, value, HEADING_COLUMNS + (int) side * VALUE_COLUMNS, (int) line, VALUE_COLUMNS, 1);
}

static GtkWidget *
make_value (TyMergePreview *preview,
            guint           field,
            TyMergeSide     side,
            const char     *text)
{
  GtkWidget *view;

  if (field != TY_PERSON_PHOTO)
    return make_label (*text != '\0' ? text : "—", NULL);

  if (preview->files[side]->photo == NULL)
    return make_label ("—", NULL);
  view = g_object_new (TY_TYPE_PORTRAIT_VIEW, "width", PHOTO_WIDTH, "halign", GTK_ALIGN_START, NULL);
  ty_portrait_view_set_photo (TY_PORTRAIT_VIEW (view), preview->files[side]->photo, NULL);
  return view;
}

static void
toggled_cb (GtkCheckButton *button,
            GParamSpec     *pspec,
            gpointer        user_data)
{
  const Choice *choice = user_data;
  gboolean take = gtk_check_button_get_active (button);

  if (choice->row != NULL)
    choice->row->take = take;
  else if (take)
    choice->merge->taken |= 1u << choice->field;
  else
    choice->merge->taken &= ~(1u << choice->field);
}

static GtkWidget *
make_button (const char *label,
             const char *text,
             GtkWidget  *child)
{
  GtkWidget *button = gtk_check_button_new ();
  /* Translators: what a screen reader says for a choice: a field and its value */
  g_autofree char *name = g_strdup_printf (C_("choice", "%s: %s"), label, *text != '\0' ? text : "—");

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
add_choice (GtkGrid        *grid,
            int             line,
            TyMergePreview *preview,
            Choice          choice,
            const char     *label,
            char           *texts[TY_MERGE_N_SIDES])
{
  gboolean take = choice.row != NULL ? choice.row->take
                                     : ty_person_merge_takes (choice.merge, choice.field);
  GtkWidget *buttons[TY_MERGE_N_SIDES];

  for (guint i = 0; i < TY_MERGE_N_SIDES; i++)
    buttons[i] = make_button (label, texts[i], make_value (preview, choice.field, i, texts[i]));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (buttons[TY_MERGE_OTHER]),
                              GTK_CHECK_BUTTON (buttons[TY_MERGE_KEPT]));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (buttons[take ? TY_MERGE_OTHER : TY_MERGE_KEPT]), TRUE);
  g_signal_connect_data (buttons[TY_MERGE_OTHER], "notify::active", G_CALLBACK (toggled_cb),
                         g_memdup2 (&choice, sizeof choice), (GClosureNotify) (void *) g_free, 0);
  add_heading (grid, line, label, TRUE);
  for (guint i = 0; i < TY_MERGE_N_SIDES; i++)
    add_value (grid, (guint) line, i, buttons[i]);
}

static guint
fill_fields (GtkGrid        *grid,
             TyMergePreview *preview,
             gboolean        differs,
             gboolean        revealed)
{
  guint n = 0;

  for (guint i = 0; i < preview->fields->len; i++)
    {
      TyMergeField *field = g_ptr_array_index (preview->fields, i);
      char **texts = revealed ? field->texts : field->masked;
      const char *label = _(ty_person_info.fields[field->field].label);

      if (field->differs != differs)
        continue;
      if (differs)
        add_choice (grid, (int) n, preview, (Choice) { preview->merge, field->field, NULL }, label, texts);
      else
        {
          add_heading (grid, (int) n, label, FALSE);
          gtk_grid_attach (grid, make_value (preview, field->field, TY_MERGE_KEPT, texts[TY_MERGE_KEPT]),
                           HEADING_COLUMNS, (int) n, TY_MERGE_N_SIDES * VALUE_COLUMNS, 1);
        }
      n++;
    }
  return n;
}

static gboolean
is_of_kind (const TyMergeLine *line,
            TyMergeGridKind    kind)
{
  if (line->row == NULL || line->row->state == TY_MERGE_MOVED)
    return kind == TY_MERGE_GRID_ROWS;

  return kind == (line->row->state == TY_MERGE_CLASH ? TY_MERGE_GRID_CLASHES : TY_MERGE_GRID_EQUAL);
}

/* The same post at the same time may be right, and mostly is entered twice. */
static GtkWidget *
make_row_text (const TyMergeLine *line,
               const char        *text)
{
  GtkWidget *box;

  if (line->row == NULL || line->row->state != TY_MERGE_MOVED || line->row->twin == NULL)
    return make_label (text, NULL);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_box_append (GTK_BOX (box), make_label (text, NULL));
  gtk_box_append (GTK_BOX (box), make_label (_("The same post at the same time is in the other record "
                                               "too: both stay."), "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "ty-warn");
  return box;
}

/* The kind is told once for all of its rows. */
static guint
fill_rows (GtkGrid         *grid,
           TyMergePreview  *preview,
           TyMergeGridKind  kind,
           gboolean         revealed,
           guint            first)
{
  const TyRecordInfo *last = NULL;
  guint n = first;

  for (guint i = 0; i < preview->lines->len; i++)
    {
      TyMergeLine *line = g_ptr_array_index (preview->lines, i);
      char **texts = revealed ? line->texts : line->masked;

      if (!is_of_kind (line, kind))
        continue;
      if (kind == TY_MERGE_GRID_CLASHES)
        add_choice (grid, (int) n, preview, (Choice) { preview->merge, 0, line->row }, _(line->info->label),
                    texts);
      else if (line->info != last)
        add_heading (grid, (int) n, _(line->info->label), FALSE);
      for (guint j = 0; j < TY_MERGE_N_SIDES && kind != TY_MERGE_GRID_CLASHES; j++)
        if (texts[j] != NULL)
          add_value (grid, n, j, make_row_text (line, texts[j]));
      last = line->info;
      n++;
    }
  return n - first;
}

/**
 * ty_merge_grid_fill:
 * @grid: a grid of three columns, which is emptied
 * @preview: two records side by side, which must outlive what the grid shows
 * @kind: which part
 * @revealed: whether what is sensitive is shown in clear
 *
 * Returns: how many lines there are
 */
guint
ty_merge_grid_fill (GtkGrid         *grid,
                    TyMergePreview  *preview,
                    TyMergeGridKind  kind,
                    gboolean         revealed)
{
  guint n;

  clear (grid);
  switch (kind)
    {
    case TY_MERGE_GRID_FIELDS:
      return fill_fields (grid, preview, TRUE, revealed);
    case TY_MERGE_GRID_EQUAL:
      n = fill_fields (grid, preview, FALSE, revealed);
      return n + fill_rows (grid, preview, kind, revealed, n);
    case TY_MERGE_GRID_CLASHES:
    case TY_MERGE_GRID_ROWS:
    default:
      return fill_rows (grid, preview, kind, revealed, 0);
    }
}
