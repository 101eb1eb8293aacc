/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-villages-page"

#include "config.h"

#include "ty-villages-page-private.h"

#include "ty-office-units.h"
#include "ty-office-villages.h"
#include "ty-preedit.h"
#include "ty-seat-editor.h"
#include "ty-text.h"
#include "ty-village-cell.h"
#include "ty-village-columns.h"

#include <glib/gi18n-lib.h>

/**
 * TyVillagesPage:
 *
 * Townships and villages in the official order, with their figures at the cut-off date in the scope
 * and with what is lacking. Here their order and their approved seats are set.
 */

static const struct
{
  TyVillageFlags flag;
  const char *action;
  const char *label;
} chips[] = {
  { TY_VILLAGE_SHORT, "short", N_("With vacancies") },
  { TY_VILLAGE_LEADERLESS, "leaderless", N_("No secretary") },
  { TY_VILLAGE_NOT_DUAL, "not-dual", N_("Not dual role") },
  { TY_VILLAGE_OVER, "over", N_("Over-filled") },
  { TY_VILLAGE_UNSET, "unset", N_("No approved seats") },
};

G_DEFINE_FINAL_TYPE (TyVillagesPage, ty_villages_page, TY_TYPE_PAGE)

static const char *
get_search (TyVillagesPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/* Counts of those that are picked already show how many are left by one more. */
static void
update_chips (TyVillagesPage *self)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));
  TyVillageFlags flags = ty_village_list_get_flags (self->list);
  guint counts[TY_VILLAGE_N_FLAGS];

  G_STATIC_ASSERT (G_N_ELEMENTS (chips) == TY_VILLAGE_N_FLAGS);
  ty_village_list_count (self->list, flags, counts);
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++, chip = gtk_widget_get_next_sibling (chip))
    {
      guint n = counts[i];
      g_autofree char *count = ty_text_format_count (n);
      g_autofree char *name = g_strdup_printf ("%s %s", _(chips[i].label), count);
      GtkWidget *box = gtk_button_get_child (GTK_BUTTON (chip));

      gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), count);
      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_set_visible (chip, n > 0 || (flags & chips[i].flag) != 0);
    }
}

/* Of the whole scope, whatever is picked. */
static void
update_count (TyVillagesPage *self)
{
  const TyVillageRow *total = &ty_village_list_get_table (self->list)->total;
  g_autofree char *villages = ty_text_format_count (total->n_villages);
  g_autofree char *vacant = ty_text_format_count (total->seats.vacant);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *text = NULL;

  first = g_strdup_printf (ngettext ("%s village", "%s villages", total->n_villages), villages);
  second = g_strdup_printf (ngettext ("%s vacant seat", "%s vacant seats", total->seats.vacant), vacant);
  text = g_strjoin ("　", first, total->seats.approved > 0 ? second : NULL, NULL);
  gtk_label_set_label (self->count_label, text);
}

static char *
describe_filters (TyVillagesPage *self)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    if (ty_village_list_get_flags (self->list) & chips[i].flag)
      g_ptr_array_add (labels, (gpointer) _(chips[i].label));
  if (*get_search (self) != '\0')
    g_ptr_array_add (labels, (gpointer) get_search (self));
  g_ptr_array_add (labels, NULL);
  joined = g_strjoinv (" · ", (char **) labels->pdata);
  return g_strdup_printf (_("Villages are picked by: %s."), joined);
}

static void
update_state (TyVillagesPage *self)
{
  TyVillageTable *table = ty_village_list_get_table (self->list);
  const char *state = "list";

  if (table == NULL)
    return;

  update_chips (self);
  update_count (self);
  if (table->rows->len == 0)
    state = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    {
      g_autofree char *filters = describe_filters (self);

      adw_status_page_set_description (self->nothing_page, filters);
      state = "nothing";
    }
  gtk_stack_set_visible_child_name (self->stack, state);
}

/* The villages at a position: one, or those below a township; of these only the ones that are picked.
 * @next: (inout): the first row that was not looked at yet */
static void
add_selected (TyVillagesPage *self,
              guint           position,
              GArray         *units,
              guint          *next)
{
  TyVillageTable *table = ty_village_list_get_table (self->list);
  const TyVillageRow *first = ty_village_list_get_row (self->list, position);
  const TyVillageRow *row = first;
  guint end = first->end;

  while (row != NULL)
    {
      guint index = (guint) (row - ty_village_table_get (table, 0));

      if (index >= end)
        break;
      if (index >= *next && row->is_village)
        g_array_append_val (units, row->unit);
      *next = MAX (*next, index + 1);
      if (ty_village_list_is_picked (self->list))
        row = ty_village_list_get_row (self->list, ++position);
      else
        row = index + 1 < table->rows->len ? ty_village_table_get (table, index + 1) : NULL;
    }
}

static GArray *
list_selected (TyVillagesPage *self)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (
    GTK_SELECTION_MODEL (self->selection));
  GArray *units = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position, next = 0;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    if (ty_village_list_get_row (self->list, position) != NULL)
      add_selected (self, position, units, &next);
  return units;
}

static void
set_enabled (TyVillagesPage *self,
             const char     *name,
             gboolean        enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_selection (TyVillagesPage *self)
{
  g_autoptr(GArray) units = list_selected (self);
  TyOffice *office = ty_page_get_office (TY_PAGE (self));
  gboolean writable = office != NULL && ty_office_is_open (office)
                      && !ty_office_is_read_only (office);
  g_autofree char *count = ty_text_format_count (units->len);
  g_autofree char *text = g_strdup_printf (ngettext ("%s village selected", "%s villages selected",
                                                     units->len), count);
  guint position;
  gint64 unit = ty_villages_page_get_selected (self, &position);
  gint64 before;

  gtk_label_set_label (self->selected_label, text);
  gtk_revealer_set_reveal_child (self->bar, units->len > 0 || unit != 0);
  set_enabled (self, "set-seats", writable && units->len > 0);
  set_enabled (self, "open", unit != 0);
  set_enabled (self, "move-up", writable && unit != 0
               && ty_village_list_find_place (self->list, position, -1, &before));
  set_enabled (self, "move-down", writable && unit != 0
               && ty_village_list_find_place (self->list, position, 1, &before));
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TyVillageTable) table = ty_office_load_villages_finish (TY_OFFICE (source), result,
                                                                    &error);
  TyVillagesPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_VILLAGES_PAGE (user_data);
  ty_page_set_loading (TY_PAGE (self), FALSE);
  if (table == NULL)
    {
      ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }

  ty_village_list_take_table (self->list, g_steal_pointer (&table));
  update_state (self);
  ty_villages_order_settle (self);
  update_selection (self);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = ty_office_find_units_finish (TY_OFFICE (source), result, &error);
  g_autoptr(GHashTable) units = NULL;
  TyVillagesPage *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = TY_VILLAGES_PAGE (user_data);
  if (items == NULL)
    {
      ty_page_tell_problem (TY_PAGE (self), error);
      return;
    }

  units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      gint64 unit = ty_unit_item_get_unit (g_ptr_array_index (items, i));

      g_hash_table_add (units, g_memdup2 (&unit, sizeof unit));
    }
  ty_village_list_set_found (self->list, units);
  update_state (self);
}

/* Names are found by the same search as scopes are: in both scripts, by pinyin and by initials. */
static void
find_names (TyVillagesPage *self)
{
  TyOffice *office = ty_page_get_office (TY_PAGE (self));

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  if (*get_search (self) == '\0')
    {
      ty_village_list_set_found (self->list, NULL);
      update_state (self);
      return;
    }
  if (office == NULL || !ty_office_is_open (office))
    return;

  self->finding = g_cancellable_new ();
  ty_office_find_units_async (office, get_search (self), G_MAXUINT, self->finding, found_cb, self);
}

static void
search_changed_cb (TyVillagesPage *self,
                   GtkSearchEntry *search)
{
  find_names (self);
}

static void
stop_search_cb (TyVillagesPage *self,
                GtkSearchEntry *search)
{
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
open_row (TyVillagesPage *self,
          guint           position)
{
  const TyVillageRow *row = ty_village_list_get_row (self->list, position);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-village", "x", row->unit);
}

/* Enter in the search entry opens the first village that is found. */
static void
search_activate_cb (TyVillagesPage *self,
                    GtkSearchEntry *search)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < n; i++)
    if (ty_village_list_get_row (self->list, i)->is_village)
      {
        open_row (self, i);
        return;
      }
}

static void
view_activate_cb (TyVillagesPage *self,
                  guint           position,
                  GtkColumnView  *view)
{
  open_row (self, position);
}

static void
set_expanded (TyVillagesPage *self,
              gint64          unit,
              gboolean        expanded)
{
  ty_village_list_set_expanded (self->list, unit, expanded);
}

static const TyVillageRow *
get_focused (TyVillagesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *row = root != NULL ? ty_villages_order_get_row (gtk_root_get_focus (root)) : NULL;
  guint position;
  gint64 unit = ty_villages_page_get_selected (self, &position);

  return row != NULL && unit != 0 ? ty_village_list_get_row (self->list, position) : NULL;
}

static gboolean
key_pressed_cb (TyVillagesPage        *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  const TyVillageRow *row = get_focused (self);

  if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    {
      ty_villages_order_step (self, keyval == GDK_KEY_Up ? -1 : 1);
      return GDK_EVENT_STOP;
    }
  if (modifiers != 0 || row == NULL || (keyval != GDK_KEY_Left && keyval != GDK_KEY_Right))
    return GDK_EVENT_PROPAGATE;

  set_expanded (self, row->unit, keyval == GDK_KEY_Right);
  return GDK_EVENT_STOP;
}

static void
flag_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       user_data)
{
  TyVillagesPage *self = TY_VILLAGES_PAGE (user_data);
  TyVillageFlags flags = ty_village_list_get_flags (self->list);

  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    if (g_str_equal (chips[i].action, g_action_get_name (G_ACTION (action))))
      flags = g_variant_get_boolean (state) ? flags | chips[i].flag : flags & ~chips[i].flag;
  g_simple_action_set_state (action, state);
  ty_village_list_set_flags (self->list, flags);
  update_state (self);
}

static void
clear_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  TyVillagesPage *self = TY_VILLAGES_PAGE (user_data);

  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    g_action_group_change_action_state (G_ACTION_GROUP (self->actions), chips[i].action,
                                        g_variant_new_boolean (FALSE));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
move_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  gboolean up = g_str_equal (g_action_get_name (G_ACTION (action)), "move-up");

  ty_villages_order_step (TY_VILLAGES_PAGE (user_data), up ? -1 : 1);
}

static void
toggle_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  TyVillagesPage *self = TY_VILLAGES_PAGE (user_data);
  gint64 unit = g_variant_get_int64 (parameter);
  guint position;

  if (ty_village_list_find (self->list, unit, &position))
    {
      g_autoptr(TyVillageItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

      set_expanded (self, unit, !ty_village_item_is_expanded (item));
    }
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TyVillagesPage *self = TY_VILLAGES_PAGE (user_data);
  guint position;

  if (ty_villages_page_get_selected (self, &position) != 0)
    open_row (self, position);
}

static void
seats_saved_cb (TyVillagesPage *self,
                const char     *text,
                TySeatEditor   *editor)
{
  ty_page_tell_done (TY_PAGE (self), text);
}

static void
set_seats_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  TyVillagesPage *self = TY_VILLAGES_PAGE (user_data);
  g_autoptr(GArray) units = list_selected (self);
  TySeatEditor *editor = ty_seat_editor_new (ty_page_get_office (TY_PAGE (self)),
                                             (const gint64 *) units->data, units->len);

  gtk_window_set_transient_for (GTK_WINDOW (editor),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (editor, "saved", G_CALLBACK (seats_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
ty_villages_page_refresh (TyPage *page)
{
  TyVillagesPage *self = TY_VILLAGES_PAGE (page);

  ty_office_load_villages_async (ty_page_get_office (page), ty_page_begin (page), load_cb, self);
  /* Names are others on another date. */
  if (*get_search (self) != '\0')
    find_names (self);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  /* The number beside the entry is no reason to complain; the page does when it is opened. */
  int n = ty_office_count_villages_finish (TY_OFFICE (source), result, NULL);

  if (n >= 0)
    ty_page_set_count (TY_PAGE (user_data), n, TY_PAGE_BADGE_COUNT);
}

static void
ty_villages_page_count (TyPage       *page,
                        GCancellable *cancellable)
{
  ty_office_count_villages_async (ty_page_get_office (page), cancellable, counted_cb, page);
}

static void
ty_villages_page_find (TyPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TY_VILLAGES_PAGE (page)->search));
}

static GtkWidget *
make_chip (guint index)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *count = gtk_label_new ("");
  g_autofree char *action = g_strconcat ("villages.", chips[index].action, NULL);

  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "ty-count");
  gtk_box_append (GTK_BOX (box), gtk_label_new (_(chips[index].label)));
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "ty-chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), action);
  return chip;
}

static void
add_actions (TyVillagesPage *self)
{
  static const GActionEntry entries[] = {
    { "clear", clear_cb, NULL, NULL, NULL },
    { "open", open_cb, NULL, NULL, NULL },
    { "move-up", move_cb, NULL, NULL, NULL },
    { "move-down", move_cb, NULL, NULL, NULL },
    { "set-seats", set_seats_cb, NULL, NULL, NULL },
    { "toggle", toggle_cb, "x", NULL, NULL },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      const GActionEntry entry = { chips[i].action, NULL, NULL, "false", flag_cb };

      g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &entry, 1, self);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "villages", G_ACTION_GROUP (self->actions));
}

static void
ty_villages_page_dispose (GObject *object)
{
  TyVillagesPage *self = TY_VILLAGES_PAGE (object);

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->selection, update_selection, self);
      gtk_multi_selection_set_model (self->selection, NULL);
    }
  g_clear_weak_pointer (&self->drop_row);
  g_clear_object (&self->list);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (ty_villages_page_parent_class)->dispose (object);
}

static void
ty_villages_page_class_init (TyVillagesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ty_villages_page_dispose;
  TY_PAGE_CLASS (klass)->refresh = ty_villages_page_refresh;
  TY_PAGE_CLASS (klass)->find = ty_villages_page_find;
  TY_PAGE_CLASS (klass)->count = ty_villages_page_count;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/pages/ty-villages-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TyVillagesPage, search);
  gtk_widget_class_bind_template_child (widget_class, TyVillagesPage, chips);
  gtk_widget_class_bind_template_child (widget_class, TyVillagesPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, TyVillagesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TyVillagesPage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, TyVillagesPage, view);
  gtk_widget_class_bind_template_child (widget_class, TyVillagesPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TyVillagesPage, bar);
  gtk_widget_class_bind_template_child (widget_class, TyVillagesPage, selected_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK,
                                       "villages.set-seats", NULL);
}

static void
ty_villages_page_init (TyVillagesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->list = ty_village_list_new ();
  add_actions (self);
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    ty_wrap_box_append (self->chips, make_chip (i));
  ty_village_columns_install (self->view);
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (update_selection),
                            self);
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (update_selection), self);
  ty_villages_order_install (self);
  update_selection (self);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->view));
  ty_preedit_follow_captured (self->search);
}

/**
 * ty_villages_page_new:
 * @office: from which it reads
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
ty_villages_page_new (TyOffice *office)
{
  return g_object_new (TY_TYPE_VILLAGES_PAGE,
                       "page-name", "villages",
                       "title", _("Villages"),
                       "icon-name", "ty-village-symbolic",
                       "group", C_("sidebar", "Cadres"),
                       "office", office,
                       NULL);
}

/**
 * ty_villages_page_get_selected:
 * @self: the page
 * @position: (out): where it is
 *
 * Returns: key of the unit that alone is selected, or 0
 */
gint64
ty_villages_page_get_selected (TyVillagesPage *self,
                               guint          *position)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (
    GTK_SELECTION_MODEL (self->selection));
  const TyVillageRow *row;

  if (gtk_bitset_get_size (selected) != 1)
    return 0;

  *position = gtk_bitset_get_minimum (selected);
  row = ty_village_list_get_row (self->list, *position);
  return row != NULL ? row->unit : 0;
}

/**
 * ty_villages_page_pick:
 * @self: the page
 * @what: what the villages lack, as the action of its chip says: `short`; empty for all villages
 *
 * Shows only these villages: a figure leads to as many as it says.
 */
void
ty_villages_page_pick (TyVillagesPage *self,
                       const char     *what)
{
  g_return_if_fail (TY_IS_VILLAGES_PAGE (self));

  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    g_action_group_change_action_state (G_ACTION_GROUP (self->actions), chips[i].action,
                                        g_variant_new_boolean (g_str_equal (chips[i].action, what)));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}
