/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-people-page"

#include "config.h"

#include "ty-people-page-private.h"

#include "ty-clipboard.h"
#include "ty-format.h"
#include "ty-office-compare.h"
#include "ty-roster-cell.h"
#include "ty-roster-columns.h"
#include "ty-text.h"

#include <glib/gi18n-lib.h>

#define SUM_DELAY 80 /* ms: whoever chooses one after the other is told at the end */

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static TyOffice *
get_office (TyPeoplePage *self)
{
  return ty_page_get_office (TY_PAGE (self));
}

static void
set_enabled (TyPeoplePage *self,
             const char   *name,
             gboolean      enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
summed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPeopleSummary) summary = ty_office_sum_up_people_finish (TY_OFFICE (source), result,
                                                                       &error);
  g_autofree char *text = NULL;
  TyPeoplePage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PEOPLE_PAGE (user_data);
  g_clear_object (&self->summing);
  if (summary == NULL)
    return;

  /* Translators: of those who are selected: a number of years with two decimals. */
  text = g_strdup_printf (_("average age %s"), summary->average_age);
  gtk_label_set_label (self->age_label, text);
}

static gboolean
sum_cb (gpointer user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  g_autoptr(GArray) people = ty_roster_selection_list_people (self->selection);

  self->sum_id = 0;
  if (!ty_office_is_open (get_office (self)))
    return G_SOURCE_REMOVE;
  self->summing = g_cancellable_new ();
  ty_office_sum_up_people_async (get_office (self), self->who, people, self->summing, summed_cb,
                                 self);
  return G_SOURCE_REMOVE;
}

static void
update_bar (TyPeoplePage *self)
{
  guint n = ty_roster_selection_get_n (self->selection);
  gboolean shown = n > 1 || ty_roster_selection_is_marked (self->selection);
  g_autofree char *count = ty_text_format_count (n);
  g_autofree char *text = g_strdup_printf (ngettext ("%s selected", "%s selected", n), count);

  gtk_widget_set_visible (self->selection_bar, shown);
  gtk_label_set_label (self->selected_label, text);
  gtk_widget_set_visible (self->open_button, n == 1);
  g_clear_handle_id (&self->sum_id, g_source_remove);
  cancel (&self->summing);
  if (shown)
    self->sum_id = g_timeout_add (SUM_DELAY, sum_cb, self);
  else
    gtk_label_set_label (self->age_label, "");
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static gboolean
are_all_chosen (TyPeoplePage *self)
{
  guint n = ty_roster_selection_get_n (self->selection);

  return n > 0 && n == ty_roster_list_get_n_people (self->list);
}

/* The check in the heading tells whether some or all are chosen; where several are, the row where one is
 * stands out among them. */
static void
update_looks (TyPeoplePage *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  gboolean marked = ty_roster_selection_is_marked (self->selection);
  gboolean all = marked && self->list != NULL && are_all_chosen (self);

  set_class (view, "marked", marked);
  set_class (view, "all", all);
  set_class (view, "some", marked && !all);
}

/**
 * ty_people_page_update_rows:
 * @self: a page on which others are chosen, or where the file changed
 */
void
ty_people_page_update_rows (TyPeoplePage *self)
{
  guint n = ty_roster_selection_get_n (self->selection);
  TyOffice *office = get_office (self);

  set_enabled (self, "open", ty_roster_selection_get_person (self->selection) != 0);
  set_enabled (self, "copy", n > 0);
  ty_people_page_update_group (self);
  set_enabled (self, "unselect", n > 0);
  set_enabled (self, "compare", n >= 2 && n <= TY_COMPARE_MOST);
  set_enabled (self, "merge", n == 2 && office != NULL && !ty_office_is_read_only (office));
  update_bar (self);
  update_looks (self);
  ty_people_page_update_preview (self);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  gint64 person = ty_roster_selection_get_person (self->selection);

  if (person != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-person", "x", person);
}

static void
unselect_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ty_roster_selection_clear (TY_PEOPLE_PAGE (user_data)->selection);
}

static void
select_all_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);

  if (self->list == NULL)
    return;
  ty_roster_list_grow_up (self->list);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyPeopleTable) table = ty_office_make_table_finish (TY_OFFICE (source), result, &error);
  g_autofree char *people = NULL;
  g_autofree char *text = NULL;
  TyPeoplePage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PEOPLE_PAGE (user_data);
  g_clear_object (&self->copying);
  ty_people_page_update_loading (self);
  if (table == NULL)
    {
      ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }

  ty_clipboard_put_table (GTK_WIDGET (self), table->text, table->html, table->sensitive);
  people = ty_format_people (table->n_rows);
  if (table->n_rows == TY_ROSTER_TABLE_ROWS
      && ty_roster_selection_get_n (self->selection) > table->n_rows)
    text = g_strdup_printf (_("Only the first %s were copied: more do not fit on a clipboard."), people);
  else
    text = g_strdup_printf (_("Copied %s as a table."), people);
  ty_page_tell_copied (TY_PAGE (self), text, table->sensitive);
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  g_autoptr(GArray) people = ty_roster_selection_list_people (self->selection);
  g_autoptr(GArray) columns = NULL;

  if (people->len == 0)
    return;

  columns = ty_roster_columns_get_table (self->view);
  cancel (&self->copying);
  self->copying = g_cancellable_new ();
  ty_office_make_table_async (get_office (self), people,
                              (const TyTableColumn *) (gpointer) columns->data, columns->len,
                              self->copying, copied_cb, self);
  ty_people_page_update_loading (self);
}

static void
compare_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  g_autoptr(GArray) people = ty_roster_selection_list_people (self->selection);
  GVariant *keys = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, people->data, people->len,
                                              sizeof (gint64));

  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.compare-people", keys);
}

/* The one that stays is the first; the dialog can swap them. */
static void
merge_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  g_autoptr(GArray) people = ty_roster_selection_list_people (self->selection);

  if (people->len == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.merge-people", "(xx)",
                                g_array_index (people, gint64, 0), g_array_index (people, gint64, 1));
}

static void
filter_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);
  const TyDimension *dimension;
  const char *word, *key, *label;

  g_variant_get (parameter, "(&s&s&s)", &word, &key, &label);
  dimension = ty_dimension_find (word);
  if (dimension != NULL)
    ty_facet_bar_choose (self->facets, dimension, key, label);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) values = ty_office_find_values_finish (TY_OFFICE (source), result, &error);
  TyPeoplePage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_PEOPLE_PAGE (user_data);
  g_clear_object (&self->looking);
  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const TyPersonValue *value = g_ptr_array_index (values, i);
      g_autofree char *dimension = ty_dimension_dup_label (value->dimension);
      /* Translators: narrows the roster to a value of a dimension: Only Township: 云岭镇 */
      g_autofree char *text = g_strdup_printf (_("Only %s: %s"), dimension, value->label);
      g_autoptr(GMenuItem) item = g_menu_item_new (text, NULL);

      g_menu_item_set_action_and_target (item, "roster.filter", "(sss)", value->dimension->key,
                                         value->key, value->label);
      g_menu_append_item (self->values_menu, item);
    }
}

/* What the person has is asked while the menu is there already. */
static void
look_for_values (TyPeoplePage *self,
                 gint64        person)
{
  const TyDimension *dimensions[] = {
    ty_dimension_find ("township"), ty_dimension_find ("village"), ty_dimension_find ("post"),
    ty_dimension_find ("education"),
  };
  guint n = self->who == TY_WHO_DEPARTED ? 2 : G_N_ELEMENTS (dimensions);

  cancel (&self->looking);
  self->looking = g_cancellable_new ();
  ty_office_find_values_async (get_office (self), self->who, person, dimensions, n, self->looking,
                               found_cb, self);
}

static GMenuModel *
make_menu (TyPeoplePage *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) first = g_menu_new ();
  g_autoptr(GMenu) last = g_menu_new ();

  g_set_object (&self->values_menu, NULL);
  self->values_menu = g_menu_new ();
  g_menu_append (first, _("Open the File"), "roster.open");
  g_menu_append (first, _("Quick Preview"), "win.preview");
  g_menu_append (first, _("Copy as a Table"), "roster.copy");
  g_menu_append (first, _("Put on a List…"), "roster.put-on-list");
  g_menu_append (first, _("Bulk Edit…"), "roster.edit-group");
  if (ty_people_page_get_list (self) != 0)
    g_menu_append (first, _("Take off the List"), "lists.take");
  g_menu_append (first, _("Compare"), "roster.compare");
  g_menu_append (first, _("Merge the Two Records…"), "roster.merge");
  g_menu_append (last, _("Select All"), "roster.select-all");
  g_menu_append (last, _("Select None"), "roster.unselect");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->values_menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}

static gboolean
focus_cb (gpointer user_data)
{
  TyPeoplePage *self = TY_PEOPLE_PAGE (user_data);

  if (self->menu != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return G_SOURCE_REMOVE;
}

/* A menu gives the focus to the first of the page that takes it, and not to the row it came from. */
static void
menu_closed_cb (TyPeoplePage *self,
                GtkPopover   *menu)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_cb, g_object_ref (self), g_object_unref);
}

static void
ensure_menu (TyPeoplePage *self)
{
  if (self->menu != NULL)
    return;

  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

static void
show_menu_at (TyPeoplePage       *self,
              const GdkRectangle *place)
{
  g_autoptr(GMenuModel) menu = make_menu (self);
  gint64 person = ty_roster_selection_get_person (self->selection);

  ensure_menu (self);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
  if (person != 0)
    look_for_values (self, person);
}

static TyRosterCell *
find_cell (GtkWidget *widget)
{
  if (TY_IS_ROSTER_CELL (widget))
    return TY_ROSTER_CELL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      TyRosterCell *cell = find_cell (child);

      if (cell != NULL)
        return cell;
    }
  return NULL;
}

/**
 * ty_people_page_pick_cell:
 * @self: a page
 * @x: in pixels of the view
 * @y: in pixels of the view
 *
 * Returns: (transfer none) (nullable): the cell there, or the first one of the row there
 */
TyRosterCell *
ty_people_page_pick_cell (TyPeoplePage *self,
                          double        x,
                          double        y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  for (GtkWidget *widget = picked; widget != NULL && !GTK_IS_LIST_VIEW (widget)
                                   && widget != GTK_WIDGET (self->view);
       widget = gtk_widget_get_parent (widget))
    {
      TyRosterCell *cell = find_cell (widget);

      if (cell != NULL)
        return cell;
    }
  return NULL;
}

static gboolean
get_position (TyRosterCell *cell,
              guint        *position)
{
  TyRosterItem *item = cell != NULL ? ty_roster_cell_get_item (cell) : NULL;

  if (item == NULL)
    return FALSE;

  g_object_get (item, "position", position, NULL);
  return TRUE;
}

/* The heading of the column of checks, which stands first. */
static gboolean
is_check_heading (TyPeoplePage *self,
                  double        x,
                  double        y)
{
  for (GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
       widget != NULL && widget != GTK_WIDGET (self->view); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *parent = gtk_widget_get_parent (widget);

      if (parent != NULL && g_strcmp0 (gtk_widget_get_css_name (parent), "header") == 0)
        return gtk_widget_get_first_child (parent) == widget;
    }
  return FALSE;
}

static void
toggle_all (TyPeoplePage *self)
{
  const char *action = self->list != NULL && are_all_chosen (self) ? "unselect" : "select-all";

  g_action_group_activate_action (G_ACTION_GROUP (self->actions), action, NULL);
}

/* A click into the column of checks chooses a row too, and does not go there alone. */
static void
pressed_cb (TyPeoplePage    *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  TyRosterCell *cell = ty_people_page_pick_cell (self, x, y);
  guint position;

  if (is_check_heading (self, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      toggle_all (self);
      return;
    }
  if (!get_position (cell, &position) || !ty_roster_cell_is_check (cell))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ty_roster_selection_toggle (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
menu_pressed_cb (TyPeoplePage    *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGestureClick *gesture)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  guint position;

  if (!get_position (ty_people_page_pick_cell (self, x, y), &position))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    ty_roster_selection_choose (self->selection, position);
  if (gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (self), &point, &point))
    show_menu_at (self, &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
}

static void
add_gesture (TyPeoplePage *self,
             guint         button,
             GCallback     callback)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), button);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (gesture));
}

/**
 * ty_people_page_add_row_actions:
 * @self: a page that is made
 */
void
ty_people_page_add_row_actions (TyPeoplePage *self)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = open_cb },
    { .name = "copy", .activate = copy_cb },
    { .name = "compare", .activate = compare_cb },
    { .name = "merge", .activate = merge_cb },
    { .name = "unselect", .activate = unselect_cb },
    { .name = "select-all", .activate = select_all_cb },
    { .name = "filter", .activate = filter_cb, .parameter_type = "(sss)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  ty_people_page_add_group_actions (self);
  add_gesture (self, GDK_BUTTON_PRIMARY, G_CALLBACK (pressed_cb));
  add_gesture (self, GDK_BUTTON_SECONDARY, G_CALLBACK (menu_pressed_cb));
}

/**
 * ty_people_page_show_menu:
 * @self: a page
 *
 * Shows the menu of the current row, for the keyboard.
 *
 * Returns: whether there is one
 */
gboolean
ty_people_page_show_menu (TyPeoplePage *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *focus = root != NULL ? gtk_window_get_focus (GTK_WINDOW (root)) : NULL;
  graphene_rect_t place;
  guint position;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view))
      || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &place))
    return FALSE;
  if (get_position (find_cell (focus), &position)
      && !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    ty_roster_selection_choose (self->selection, position);
  if (ty_roster_selection_get_n (self->selection) == 0)
    return FALSE;

  show_menu_at (self, &(GdkRectangle) { (int) place.origin.x + 60, (int) place.origin.y, 1,
                                        (int) place.size.height });
  return TRUE;
}

/**
 * ty_people_page_stop_rows:
 * @self: a page that goes
 */
void
ty_people_page_stop_rows (TyPeoplePage *self)
{
  g_clear_handle_id (&self->sum_id, g_source_remove);
  cancel (&self->summing);
  cancel (&self->looking);
  cancel (&self->copying);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->values_menu);
}
