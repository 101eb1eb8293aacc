/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-roster-columns"

#include "config.h"

#include "ty-roster-columns.h"

#include "ty-column-heading.h"
#include "ty-font-features.h"
#include "ty-roster-cell.h"
#include "ty-roster-column-info.h"

#include <glib/gi18n-lib.h>

#define CHECK_WIDTH 34 /* pixels of the column of checks, which stands in front of all others */

#define COLUMN_INFO "ty-column-info"

typedef struct
{
  TyRosterSortFunc func;
  gpointer user_data;
  TyRosterWidthsFunc widths_func; /* (nullable) */
  gpointer widths_data;
  const TyColumnInfo *clicked; /* told by the sorter of a column while it is asked */
  PangoLayout *layout;       /* (owned): with which the cells draw */
  GPtrArray *infos;          /* (owned) (element-type TyColumnInfo): those of the program, then the county’s */
  GPtrArray *columns;        /* (owned) (element-type GtkColumnViewColumn): shown or not, by info */
  GArray *widths;            /* (owned) (element-type int): in pixels, by info; 0 = takes what is left */
  gboolean departed;
  gboolean setting;          /* whether columns are changed from here */
} RosterState;

static const TyColumnInfo *
get_info (const RosterState *state,
          guint              number)
{
  return g_ptr_array_index (state->infos, number);
}

static GtkColumnViewColumn *
get_column (const RosterState *state,
            guint              number)
{
  return g_ptr_array_index (state->columns, number);
}

/* The last ones, from a number on: they leave the view, where there is one. */
static void
remove_columns_from (RosterState   *state,
                     GtkColumnView *view,
                     guint          first)
{
  for (guint i = state->columns->len; i > first; i--)
    {
      GtkColumnViewColumn *column = get_column (state, i - 1);
      const TyColumnInfo *info = get_info (state, i - 1);

      g_signal_handlers_disconnect_by_data (column, state);
      if (view != NULL && gtk_column_view_column_get_column_view (column) == view)
        gtk_column_view_remove_column (view, column);
      if (info->own != 0)
        ty_column_info_free_own ((TyColumnInfo *) info);
    }
  g_ptr_array_set_size (state->columns, (int) first);
  g_ptr_array_set_size (state->infos, (int) first);
  g_array_set_size (state->widths, first);
}

static void
state_free (gpointer data)
{
  RosterState *state = data;

  remove_columns_from (state, NULL, 0);
  g_ptr_array_unref (state->columns);
  g_ptr_array_unref (state->infos);
  g_array_unref (state->widths);
  g_object_unref (state->layout);
  g_free (state);
}

static RosterState *
get_state (GtkColumnView *view)
{
  return g_object_get_data (G_OBJECT (view), "ty-roster-state");
}

/* In the font of the view, which is that of its cells, with numbers of the same width. */
static PangoLayout *
make_layout (GtkColumnView *view)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), NULL);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  ty_font_features_add (attributes);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static const char *
column_title (const RosterState *state,
              const TyColumnInfo  *info)
{
  if (state->departed && info->text == TY_ROSTER_TEXT_POSTS)
    return _("Last posts");
  /* Translators: the heading of the column of the month since which a post is held. */
  if (info->text == TY_ROSTER_TEXT_SINCE)
    return C_("heading of a column", "Since");

  return info->own != 0 ? info->title : _(info->title);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          RosterState                *state)
{
  const TyColumnInfo *info = g_object_get_data (G_OBJECT (factory), COLUMN_INFO);

  if (info != NULL)
    gtk_list_item_set_child (item, ty_roster_cell_new (state->layout, info->text, info->at_end));
  else
    gtk_list_item_set_child (item, ty_roster_cell_new_check (state->layout));
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
    state->func ((TySortKey){ TY_SORT_OFFICIAL, FALSE, 0 }, state->user_data);
  else
    state->func ((TySortKey){ state->clicked->sort, order == GTK_ORDERING_SMALLER, state->clicked->own },
                 state->user_data);
}

static void
align_headings (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const TyColumnInfo *info = g_object_get_data (G_OBJECT (column), COLUMN_INFO);

      if (info != NULL && info->at_end)
        ty_column_heading_align_end (view, i);
    }
}

/* What was set by hand is not to be made wider. */
static void
width_cb (GtkColumnViewColumn *column,
          GParamSpec          *pspec,
          RosterState         *state)
{
  if (state->setting)
    return;

  gtk_column_view_column_set_expand (column, FALSE);
  if (state->widths_func != NULL)
    state->widths_func (state->widths_data);
}

static GtkListItemFactory *
make_factory (const TyColumnInfo *info,
              RosterState      *state)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), COLUMN_INFO, (gpointer) info);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), state);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), state);
  return factory;
}

/* Where the column that takes what is left has what its cells like to have, all with words share the rest of a
 * wide window. */
static void
set_usual_width (GtkColumnViewColumn *column,
                 RosterState         *state,
                 guint                number)
{
  const TyColumnInfo *info = get_info (state, number);
  int width = g_array_index (state->widths, int, number);

  gtk_column_view_column_set_fixed_width (column, width > 0 ? width : -1);
  gtk_column_view_column_set_expand (column, !info->at_end && info->text != TY_ROSTER_TEXT_SEX);
}

static GtkColumnViewColumn *
make_column (guint        number,
             RosterState *state)
{
  const TyColumnInfo *info = get_info (state, number);
  GtkColumnViewColumn *column = gtk_column_view_column_new (column_title (state, info),
                                                            make_factory (info, state));

  gtk_column_view_column_set_resizable (column, TRUE);
  set_usual_width (column, state, number);
  if (info->sort_word != NULL)
    {
      gpointer *closure = g_new (gpointer, 2);
      g_autoptr(GtkSorter) sorter = NULL;

      closure[0] = state;
      closure[1] = (gpointer) info;
      sorter = GTK_SORTER (gtk_custom_sorter_new (tell_column, closure, g_free));
      gtk_column_view_column_set_sorter (column, sorter);
    }
  g_object_set_data (G_OBJECT (column), COLUMN_INFO, (gpointer) info);
  g_signal_connect (column, "notify::fixed-width", G_CALLBACK (width_cb), state);
  return column;
}

static void
append_column (RosterState        *state,
               const TyColumnInfo *info)
{
  int width = ty_column_info_find_width (info, state->layout);

  g_ptr_array_add (state->infos, (gpointer) info);
  g_array_append_val (state->widths, width);
  g_ptr_array_add (state->columns, make_column (state->infos->len - 1, state));
}

static void
add_check_column (GtkColumnView *view,
                  RosterState   *state)
{
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new ("",
                                                                      make_factory (NULL, state));

  gtk_column_view_column_set_fixed_width (column, CHECK_WIDTH);
  gtk_column_view_append_column (view, column);
}

/* The column by which that order is asked for, or -1. */
static int
find_sorted (const RosterState *state,
             TySortKey          key)
{
  for (guint i = 0; i < state->infos->len; i++)
    if (get_info (state, i)->sort_word != NULL && get_info (state, i)->sort == key.sort
        && get_info (state, i)->own == key.own)
      return (int) i;

  return -1;
}

static int
find_word (const RosterState *state,
           const char        *word)
{
  for (guint i = 0; i < state->infos->len; i++)
    if (g_str_equal (get_info (state, i)->word, word))
      return state->departed && get_info (state, i)->text == TY_ROSTER_TEXT_SINCE ? -1 : (int) i;

  return -1;
}

static char **
list_usual (const RosterState *state)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < state->infos->len; i++)
    if (get_info (state, i)->usual && find_word (state, get_info (state, i)->word) >= 0)
      g_strv_builder_add (builder, get_info (state, i)->word);
  return g_strv_builder_end (builder);
}

/* Each column is put where it belongs; those that are there already stay and keep their cells. */
static void
put_columns (GtkColumnView *view,
             RosterState   *state,
             GPtrArray     *wanted)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < state->infos->len; i++)
    {
      gboolean shown = gtk_column_view_column_get_column_view (get_column (state, i)) == view;

      if (shown && !g_ptr_array_find (wanted, get_column (state, i), NULL))
        gtk_column_view_remove_column (view, get_column (state, i));
    }
  for (guint i = 0; i < wanted->len; i++)
    {
      g_autoptr(GtkColumnViewColumn) there = g_list_model_get_item (columns, i + 1);
      GtkColumnViewColumn *column = g_ptr_array_index (wanted, i);

      if (there != column)
        gtk_column_view_insert_column (view, i + 1, column);
    }
  align_headings (view);
}

/**
 * ty_roster_columns_install:
 * @view: a column view without columns
 * @func: called when another order is asked for by a heading
 * @user_data: for @func; lives as long as @view
 *
 * Adds the columns of a roster: a check in front, and the usual ones.
 */
void
ty_roster_columns_install (GtkColumnView    *view,
                           TyRosterSortFunc  func,
                           gpointer          user_data)
{
  static const char *const nothing[] = { NULL };
  RosterState *state;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  state = g_new0 (RosterState, 1);
  state->func = func;
  state->user_data = user_data;
  state->layout = make_layout (view);
  state->infos = g_ptr_array_new ();
  state->columns = g_ptr_array_new_with_free_func (g_object_unref);
  state->widths = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < ty_column_info_get_n (); i++)
    append_column (state, ty_column_info_get (i));
  g_object_set_data_full (G_OBJECT (view), "ty-roster-state", state, state_free);

  add_check_column (view, state);
  ty_roster_columns_set_shown (view, nothing);
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
  static const char *const nothing[] = { NULL };
  RosterState *state;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  /* Taken out, not hidden: GTK 4.8 keeps the room of a hidden column free. */
  state = get_state (view);
  state->departed = TRUE;
  for (guint i = 0; i < state->infos->len; i++)
    gtk_column_view_column_set_title (get_column (state, i), column_title (state, get_info (state, i)));
  ty_roster_columns_set_shown (view, nothing);
}

static gboolean
has_own (const RosterState *state,
         GPtrArray         *fields)
{
  guint first = ty_column_info_get_n ();

  if (state->infos->len != first + fields->len)
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    {
      g_autofree char *word = ty_custom_field_dup_word (g_ptr_array_index (fields, i));
      const TyColumnInfo *info = get_info (state, first + i);

      if (!g_str_equal (word, info->word)
          || !g_str_equal (info->title, ty_custom_field_get_name (g_ptr_array_index (fields, i))))
        return FALSE;
    }
  return TRUE;
}

/**
 * ty_roster_columns_set_own:
 * @view: a column view with the columns of a roster
 * @fields: (element-type TyCustomField): the fields of the county
 *
 * Offers a column for each field of the county. Those that were shown are shown no longer: whoever keeps
 * the words of the columns sets them again.
 *
 * Returns: whether there are other columns than before
 */
gboolean
ty_roster_columns_set_own (GtkColumnView *view,
                           GPtrArray     *fields)
{
  RosterState *state;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), FALSE);

  state = get_state (view);
  if (has_own (state, fields))
    return FALSE;

  state->setting = TRUE;
  remove_columns_from (state, view, ty_column_info_get_n ());
  for (guint i = 0; i < fields->len; i++)
    append_column (state, ty_column_info_new_own (g_ptr_array_index (fields, i)));
  state->setting = FALSE;
  return TRUE;
}

/**
 * ty_roster_columns_set_shown:
 * @view: a column view with the columns of a roster
 * @words: (array zero-terminated=1): words of columns from left to right; none = the usual ones
 *
 * Shows other columns. The name stands first in any case; words that are not known are passed over.
 */
void
ty_roster_columns_set_shown (GtkColumnView      *view,
                             const char * const *words)
{
  RosterState *state = get_state (view);
  g_autoptr(GPtrArray) wanted = g_ptr_array_new ();
  g_auto(GStrv) usual = list_usual (state);

  if (words[0] == NULL)
    words = (const char * const *) usual;
  g_ptr_array_add (wanted, get_column (state, 0));
  for (guint i = 0; words[i] != NULL; i++)
    {
      int number = find_word (state, words[i]);

      if (number >= 0 && !g_ptr_array_find (wanted, get_column (state, (guint) number), NULL))
        g_ptr_array_add (wanted, get_column (state, (guint) number));
    }
  state->setting = TRUE;
  put_columns (view, state, wanted);
  state->setting = FALSE;
}

/**
 * ty_roster_columns_get_shown:
 * @view: a column view with the columns of a roster
 *
 * Returns: (transfer full): words of the columns from left to right
 */
char **
ty_roster_columns_get_shown (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 1; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const TyColumnInfo *info = g_object_get_data (G_OBJECT (column), COLUMN_INFO);

      g_strv_builder_add (builder, info->word);
    }
  return g_strv_builder_end (builder);
}

/**
 * ty_roster_columns_list:
 * @view: a column view with the columns of a roster
 *
 * Returns: (transfer full): words of all columns that it can show
 */
char **
ty_roster_columns_list (GtkColumnView *view)
{
  RosterState *state = get_state (view);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < state->infos->len; i++)
    if (find_word (state, get_info (state, i)->word) >= 0)
      g_strv_builder_add (builder, get_info (state, i)->word);
  return g_strv_builder_end (builder);
}

/**
 * ty_roster_columns_get_title:
 * @view: a column view with the columns of a roster
 * @word: word of a column
 *
 * Returns: (transfer none) (nullable): its heading
 */
const char *
ty_roster_columns_get_title (GtkColumnView *view,
                             const char    *word)
{
  RosterState *state = get_state (view);
  int number = find_word (state, word);

  return number >= 0 ? column_title (state, get_info (state, (guint) number)) : NULL;
}

/**
 * ty_roster_columns_get_sort_title:
 * @view: a column view with the columns of a roster
 * @key: an order
 *
 * Returns: (transfer none) (nullable): the heading of the column by which it is asked for
 */
const char *
ty_roster_columns_get_sort_title (GtkColumnView *view,
                                  TySortKey      key)
{
  RosterState *state = get_state (view);
  int number = find_sorted (state, key);

  return number >= 0 ? column_title (state, get_info (state, (guint) number)) : NULL;
}

/**
 * ty_roster_columns_get_table:
 * @view: a column view with the columns of a roster
 *
 * Returns: (transfer full) (element-type TyTableColumn): the columns that are shown, from left to right
 */
GArray *
ty_roster_columns_get_table (GtkColumnView *view)
{
  RosterState *state = get_state (view);
  g_auto(GStrv) words = ty_roster_columns_get_shown (view);
  GArray *table = g_array_new (FALSE, FALSE, sizeof (TyTableColumn));

  for (guint i = 0; words[i] != NULL; i++)
    {
      const TyColumnInfo *info = get_info (state, (guint) find_word (state, words[i]));
      TyTableColumn column = { info->text, column_title (state, info) };

      g_array_append_val (table, column);
    }
  return table;
}

/**
 * ty_roster_columns_get_widths:
 * @view: a column view with the columns of a roster
 *
 * Returns: (transfer floating): widths in pixels that are not the usual ones, by word: `a{si}`
 */
GVariant *
ty_roster_columns_get_widths (GtkColumnView *view)
{
  RosterState *state = get_state (view);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{si}"));
  for (guint i = 0; i < state->infos->len; i++)
    {
      int width = gtk_column_view_column_get_fixed_width (get_column (state, i));

      if (width > 0 && width != g_array_index (state->widths, int, i))
        g_variant_builder_add (&builder, "{si}", get_info (state, i)->word, width);
    }
  return g_variant_builder_end (&builder);
}

/**
 * ty_roster_columns_set_widths:
 * @view: a column view with the columns of a roster
 * @widths: widths in pixels by word: `a{si}`; the others get the usual ones
 */
void
ty_roster_columns_set_widths (GtkColumnView *view,
                              GVariant      *widths)
{
  RosterState *state = get_state (view);

  state->setting = TRUE;
  for (guint i = 0; i < state->infos->len; i++)
    {
      int width = 0;

      set_usual_width (get_column (state, i), state, i);
      if (g_variant_lookup (widths, get_info (state, i)->word, "i", &width) && width > 0)
        {
          gtk_column_view_column_set_fixed_width (get_column (state, i), width);
          gtk_column_view_column_set_expand (get_column (state, i), FALSE);
        }
    }
  state->setting = FALSE;
}

/**
 * ty_roster_columns_measure_usual:
 * @view: a column view with the columns of a roster
 * @n_characters: how many characters are to be seen of the column that takes what is left
 *
 * Returns: how many pixels the usual columns need, in their usual widths
 */
int
ty_roster_columns_measure_usual (GtkColumnView *view,
                                 guint          n_characters)
{
  RosterState *state = get_state (view);
  int em, sum = CHECK_WIDTH;

  pango_layout_set_width (state->layout, -1);
  pango_layout_set_text (state->layout, "村", -1);
  pango_layout_get_pixel_size (state->layout, &em, NULL);
  for (guint i = 0; i < state->infos->len; i++)
    {
      int width = g_array_index (state->widths, int, i);

      if (get_info (state, i)->usual && find_word (state, get_info (state, i)->word) >= 0)
        sum += width > 0 ? width : (int) n_characters * em;
    }
  return sum;
}

/**
 * ty_roster_columns_watch_widths:
 * @view: a column view with the columns of a roster
 * @func: called when a column got another width by hand
 * @user_data: for @func; lives as long as @view
 */
void
ty_roster_columns_watch_widths (GtkColumnView      *view,
                                TyRosterWidthsFunc  func,
                                gpointer            user_data)
{
  RosterState *state = get_state (view);

  state->widths_func = func;
  state->widths_data = user_data;
}

/**
 * ty_roster_columns_show_sort:
 * @view: a column view with the columns of a roster
 * @key: an order
 *
 * Marks the heading by which the roster is sorted; none for the official order.
 */
void
ty_roster_columns_show_sort (GtkColumnView *view,
                             TySortKey      key)
{
  RosterState *state = get_state (view);
  int number = find_sorted (state, key);

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  gtk_column_view_sort_by_column (view, number >= 0 ? get_column (state, (guint) number) : NULL,
                                  key.descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}
