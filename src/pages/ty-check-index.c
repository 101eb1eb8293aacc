/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-check-index"

#include "config.h"

#include "ty-check-index.h"

#include "ty-text.h"
#include "ty-whole-words.h"

#include <glib/gi18n-lib.h>

/**
 * TyCheckIndex:
 *
 * How much the checks found. Each row is named by its word: that of a severity, of a check, or none for
 * all.
 */
struct _TyCheckIndex
{
  AdwBin parent_instance;

  /* Template */
  GtkListBox *list;

  char *word;        /* (owned): what is chosen */
  gboolean filling;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TyCheckIndex, ty_check_index, ADW_TYPE_BIN)

static void
set_word (TyCheckIndex *self,
          const char   *word)
{
  char *copy = g_strdup (word);

  g_free (self->word);
  self->word = copy;
}

static void
row_selected_cb (TyCheckIndex  *self,
                 GtkListBoxRow *row,
                 GtkListBox    *list)
{
  const char *word = row != NULL ? gtk_widget_get_name (GTK_WIDGET (row)) : "";

  if (self->filling || g_str_equal (word, self->word))
    return;

  set_word (self, word);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static GtkWidget *
make_row (const char *word,
          const char *text,
          gboolean    inner)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  ty_whole_words_keep (GTK_LABEL (label));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, inner ? 12 : 0);
  if (!inner)
    gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, word);
  return row;
}

static gboolean
is_named (GtkListBoxRow *row,
          const char    *word)
{
  return row != NULL && g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), word);
}

/* The row of a word, from one place on. */
static int
find_row (TyCheckIndex *self,
          int           place,
          const char   *word)
{
  GtkListBoxRow *row;

  for (int i = place; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_named (row, word))
      return i;

  return -1;
}

/* The next row. One that is there already, maybe behind some that are there no more, only gets its number. */
static void
place_row (TyCheckIndex *self,
           int          *place,
           const char   *word,
           const char   *text,
           guint         count)
{
  g_autofree char *digits = ty_text_format_count (count);
  /* Translators: a kind of finding and how many there are: No birth date, 12 */
  g_autofree char *spoken = g_strdup_printf (_("%s, %s"), text, digits);
  TyProblemKind kind;
  GtkWidget *row;
  int found = find_row (self, *place, word);

  if (found < 0)
    gtk_list_box_insert (self->list, make_row (word, text, ty_problem_kind_find (word, &kind)), *place);
  for (; found > *place; found--)
    gtk_list_box_remove (self->list, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, *place)));

  row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, *place));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)))),
                       digits);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  (*place)++;
}

static guint
sum (const guint counts[TY_N_PROBLEM_KINDS],
     int         severity)
{
  guint n = 0;

  for (guint i = 0; i < TY_N_PROBLEM_KINDS; i++)
    if (severity < 0 || ty_problem_kind_get_info (i)->severity == (TySeverity) severity)
      n += counts[i];

  return n;
}

static void
ty_check_index_finalize (GObject *object)
{
  g_free (TY_CHECK_INDEX (object)->word);

  G_OBJECT_CLASS (ty_check_index_parent_class)->finalize (object);
}

static void
ty_check_index_class_init (TyCheckIndexClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ty_check_index_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TY_TYPE_CHECK_INDEX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-check-index.ui");
  gtk_widget_class_bind_template_child (widget_class, TyCheckIndex, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
ty_check_index_init (TyCheckIndex *self)
{
  self->word = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ty_check_index_show:
 * @self: an index
 * @counts: how much was found of each kind
 *
 * Shows other counts. What was chosen stays, unless nothing of it is left.
 */
void
ty_check_index_show (TyCheckIndex *self,
                     const guint   counts[TY_N_PROBLEM_KINDS])
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkListBoxRow *row;
  int place = 0;

  g_return_if_fail (TY_IS_CHECK_INDEX (self));

  self->filling = TRUE;
  place_row (self, &place, "", _("All checks"), sum (counts, -1));
  for (guint severity = 0; severity < TY_N_SEVERITIES; severity++)
    {
      if (sum (counts, (int) severity) == 0)
        continue;
      place_row (self, &place, ty_severity_to_string (severity), ty_severity_get_label (severity),
                 sum (counts, (int) severity));
      for (guint i = 0; i < TY_N_PROBLEM_KINDS; i++)
        if (counts[i] > 0 && ty_problem_kind_get_info (i)->severity == severity)
          place_row (self, &place, ty_problem_kind_get_info (i)->word, ty_problem_kind_get_label (i), counts[i]);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, place)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  if (gtk_list_box_get_selected_row (self->list) == NULL)
    {
      set_word (self, "");
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
    }
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
  self->filling = FALSE;
}

/**
 * ty_check_index_get_word:
 * @self: an index
 *
 * Returns: (transfer none): the word of what is chosen, the empty text for all
 */
const char *
ty_check_index_get_word (TyCheckIndex *self)
{
  g_return_val_if_fail (TY_IS_CHECK_INDEX (self), NULL);

  return self->word;
}

/**
 * ty_check_index_choose:
 * @self: an index
 * @word: the word of a severity or of a check, or the empty text
 *
 * Chooses it, if something of it was found.
 */
void
ty_check_index_choose (TyCheckIndex *self,
                       const char   *word)
{
  GtkListBoxRow *row;

  g_return_if_fail (TY_IS_CHECK_INDEX (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_named (row, word))
      gtk_list_box_select_row (self->list, row);
}

/**
 * ty_check_index_matches:
 * @self: an index
 * @kind: a kind
 *
 * Returns: whether it belongs to what is chosen
 */
gboolean
ty_check_index_matches (TyCheckIndex  *self,
                        TyProblemKind  kind)
{
  const TyProblemInfo *info = ty_problem_kind_get_info (kind);

  return *self->word == '\0' || g_str_equal (self->word, info->word)
         || g_str_equal (self->word, ty_severity_to_string (info->severity));
}
