/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-columns"

#include "config.h"

#include "ty-roster-columns.h"

#include "ty-roster-cell.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *title;
  TyRosterText text;
  const char *word;     /* in the settings */
  int width;            /* in pixels; 0 = takes what is left */
  gboolean at_end;      /* numbers and dates stand at the right */
  gboolean sortable;
  TySort sort;
} ColumnInfo;

static const ColumnInfo column_infos[] = {
  { N_("Name"), TY_ROSTER_TEXT_NAME, "name", 88, FALSE, TRUE, TY_SORT_NAME },
  { N_("Sex"), TY_ROSTER_TEXT_SEX, "sex", 56, FALSE, TRUE, TY_SORT_SEX },
  { N_("Born"), TY_ROSTER_TEXT_BIRTH, "birth", 84, TRUE, TRUE, TY_SORT_BIRTH },
  { N_("Age"), TY_ROSTER_TEXT_AGE, NULL, 52, TRUE, FALSE, TY_SORT_BIRTH },
  { N_("Ethnicity"), TY_ROSTER_TEXT_ETHNICITY, NULL, 74, FALSE, FALSE, TY_SORT_OFFICIAL },
  { N_("Township"), TY_ROSTER_TEXT_TOWNSHIP, "unit", 92, FALSE, TRUE, TY_SORT_UNIT },
  { N_("Village"), TY_ROSTER_TEXT_VILLAGE, NULL, 112, FALSE, FALSE, TY_SORT_UNIT },
  { N_("Present posts"), TY_ROSTER_TEXT_POSTS, "post", 0, FALSE, TRUE, TY_SORT_POST },
  { N_("Since"), TY_ROSTER_TEXT_SINCE, "since", 84, TRUE, TRUE, TY_SORT_SINCE },
  { N_("Education"), TY_ROSTER_TEXT_EDUCATION, "education", 178, FALSE, TRUE, TY_SORT_EDUCATION },
  { N_("Political status"), TY_ROSTER_TEXT_POLITICAL, NULL, 104, FALSE, FALSE, TY_SORT_OFFICIAL },
};

#define COLUMN_INFO "ty-column-info"

typedef struct
{
  TyRosterSortFunc func;
  gpointer user_data;
  const ColumnInfo *clicked; /* told by the sorter of a column while it is asked */
  PangoLayout *layout;       /* (owned): with which the cells draw */
} RosterState;

static void
state_free (gpointer data)
{
  RosterState *state = data;

  g_object_unref (state->layout);
  g_free (state);
}

/* In the font of the view, which is that of its cells, with numbers of the same width. */
static PangoLayout *
make_layout (GtkColumnView *view)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), NULL);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static const char *
column_title (const ColumnInfo *info)
{
  /* Translators: the heading of the column of the month since which a post is held. */
  if (info->text == TY_ROSTER_TEXT_SINCE)
    return C_("heading of a column", "Since");

  return _(info->title);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          RosterState                *state)
{
  const ColumnInfo *info = g_object_get_data (G_OBJECT (factory), COLUMN_INFO);

  gtk_list_item_set_child (item, ty_roster_cell_new (state->layout, info->text, info->at_end));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         RosterState                *state)
{
  ty_roster_cell_set_item (TY_ROSTER_CELL (gtk_list_item_get_child (item)),
                           gtk_list_item_get_item (item));
}

/* GTK 4.8 does not say which column is sorted: the sorter of a column says it when it is asked. */
static int
tell_column (gconstpointer a,
             gconstpointer b,
             gpointer      user_data)
{
  const gpointer *closure = user_data;
  RosterState *state = closure[0];

  state->clicked = closure[1];
  return GTK_ORDERING_LARGER;
}

static void
sorter_changed_cb (GtkSorter       *sorter,
                   GtkSorterChange  change,
                   gpointer         user_data)
{
  RosterState *state = user_data;
  g_autoptr(GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr(GObject) b = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering order;

  state->clicked = NULL;
  order = gtk_sorter_compare (sorter, a, b);
  if (state->clicked == NULL)
    state->func (TY_SORT_OFFICIAL, FALSE, state->user_data);
  else
    state->func (state->clicked->sort, order == GTK_ORDERING_SMALLER, state->user_data);
}

/* GTK has no call for the place of a heading: a title holds a box with the label and, where it can
 * be sorted, the arrow, which goes in front here so that the label ends where the cells end. */
static void
align_heading (GtkWidget *title)
{
  GtkWidget *box = gtk_widget_get_first_child (title);
  GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

  if (!GTK_IS_BOX (box) || !GTK_IS_LABEL (label))
    return;

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  if (gtk_widget_get_last_child (box) != label)
    gtk_box_reorder_child_after (GTK_BOX (box), label, gtk_widget_get_last_child (box));
}

static void
align_headings (GtkColumnView *view)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (column_infos) && title != NULL; i++)
    {
      if (column_infos[i].at_end)
        align_heading (title);
      title = gtk_widget_get_next_sibling (title);
    }
}

static void
add_column (GtkColumnView    *view,
            const ColumnInfo *info,
            RosterState        *state)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), COLUMN_INFO, (gpointer) info);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), state);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), state);
  column = gtk_column_view_column_new (column_title (info), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (info->width > 0)
    gtk_column_view_column_set_fixed_width (column, info->width);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  if (info->sortable)
    {
      gpointer *closure = g_new (gpointer, 2);
      g_autoptr(GtkSorter) sorter = NULL;

      closure[0] = state;
      closure[1] = (gpointer) info;
      sorter = GTK_SORTER (gtk_custom_sorter_new (tell_column, closure, g_free));
      gtk_column_view_column_set_sorter (column, sorter);
    }
  g_object_set_data (G_OBJECT (column), COLUMN_INFO, (gpointer) info);
  gtk_column_view_append_column (view, column);
}

/* The column by which that order is asked for, or NULL. */
static GtkColumnViewColumn *
find_column (GtkColumnView *view,
             TySort   sort)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const ColumnInfo *info = g_object_get_data (G_OBJECT (column), COLUMN_INFO);

      if (info->sortable && info->sort == sort)
        return column;
    }
  return NULL;
}

/**
 * ty_roster_columns_install:
 * @view: a column view without columns
 * @func: called when another order is asked for by a heading
 * @user_data: for @func; lives as long as @view
 *
 * Adds the columns of a roster.
 */
void
ty_roster_columns_install (GtkColumnView    *view,
                           TyRosterSortFunc  func,
                           gpointer          user_data)
{
  RosterState *state;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  state = g_new0 (RosterState, 1);
  state->func = func;
  state->user_data = user_data;
  state->layout = make_layout (view);
  g_object_set_data_full (G_OBJECT (view), "ty-roster-state", state, state_free);

  for (guint i = 0; i < G_N_ELEMENTS (column_infos); i++)
    add_column (view, &column_infos[i], state);
  align_headings (view);
  g_signal_connect (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (sorter_changed_cb),
                    state);
}

/**
 * ty_roster_columns_set_departed:
 * @view: a column view with the columns of a roster
 *
 * Shows the columns for people without a present post: their posts are the last ones.
 */
void
ty_roster_columns_set_departed (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  /* Taken out, not hidden: GTK 4.8 keeps the room of a hidden column free. */
  gtk_column_view_remove_column (view, find_column (view, TY_SORT_SINCE));
  gtk_column_view_column_set_title (find_column (view, TY_SORT_POST), _("Last posts"));
}

/**
 * ty_roster_columns_show_sort:
 * @view: a column view with the columns of a roster
 * @sort: an order
 * @descending: whether it is turned round
 *
 * Marks the heading by which the roster is sorted.
 */
void
ty_roster_columns_show_sort (GtkColumnView *view,
                             TySort   sort,
                             gboolean       descending)
{
  GtkColumnViewColumn *column;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  column = find_column (view, sort);
  if (column != NULL)
    gtk_column_view_sort_by_column (view, column,
                                    descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * ty_roster_columns_sort_to_word:
 * @sort: an order
 * @descending: whether it is turned round
 *
 * Returns: (transfer full): the order as the settings keep it: `birth`, `-birth`, or the empty text
 *   for the official order
 */
char *
ty_roster_columns_sort_to_word (TySort sort,
                                gboolean     descending)
{
  for (guint i = 0; i < G_N_ELEMENTS (column_infos); i++)
    if (column_infos[i].sortable && column_infos[i].sort == sort)
      return g_strconcat (descending ? "-" : "", column_infos[i].word, NULL);

  return g_strdup ("");
}

/**
 * ty_roster_columns_sort_from_word:
 * @word: an order as the settings keep it
 * @descending: (out): whether it is turned round
 *
 * Returns: the order; the official one for a word that is not known
 */
TySort
ty_roster_columns_sort_from_word (const char *word,
                                  gboolean   *descending)
{
  *descending = *word == '-';
  if (*descending)
    word++;

  for (guint i = 0; i < G_N_ELEMENTS (column_infos); i++)
    if (column_infos[i].sortable && g_str_equal (column_infos[i].word, word))
      return column_infos[i].sort;

  *descending = FALSE;
  return TY_SORT_OFFICIAL;
}
