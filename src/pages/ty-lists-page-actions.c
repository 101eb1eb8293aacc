/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-lists-page"

#include "config.h"

#include "ty-lists-page-private.h"

#include "ty-list-editor.h"
#include "ty-paste-window.h"
#include "ty-people-page-list.h"
#include "ty-question.h"
#include "ty-roster-cell.h"
#include "ty-text.h"
#include "ty-widget-action.h"

#include <glib/gi18n-lib.h>

/* What is done with lists, and with who is on one. */

static TyOffice *
get_office (TyListsPage *self)
{
  return ty_page_get_office (TY_PAGE (self));
}

static gboolean
can_write (TyListsPage *self)
{
  TyOffice *office = get_office (self);

  return office != NULL && ty_office_is_open (office) && !ty_office_is_read_only (office);
}

/* An edit that is under way, and what is said when it is done. */
typedef struct
{
  TyListsPage *self; /* (owned) */
  TyPersonListOp op;
  char *name;        /* (owned): of the list */
} Edit;

static Edit *
edit_new (TyListsPage    *self,
          TyPersonListOp  op)
{
  const TyListEntry *entry = ty_lists_page_find_entry (self);
  Edit *edit = g_new0 (Edit, 1);

  edit->self = g_object_ref (self);
  edit->op = op;
  edit->name = g_strdup (entry != NULL ? ty_list_entry_get_name (entry) : "");
  return edit;
}

static void
edit_free (Edit *edit)
{
  g_object_unref (edit->self);
  g_free (edit->name);
  g_free (edit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edit, edit_free)

/* What one sees in its place needs no words: rows that were moved by one. */
static char *
describe (const Edit               *edit,
          const TyPersonListChange *change)
{
  g_autofree char *people = ty_text_format_count (change->n_people);

  switch (edit->op)
    {
    case TY_PERSON_LIST_REMOVE:
      return g_strdup_printf (_("List “%s” removed"), edit->name);
    case TY_PERSON_LIST_TAKE:
      return g_strdup_printf (ngettext ("Taken off the list “%s”, %s person",
                                        "Taken off the list “%s”, %s people", change->n_people),
                              edit->name, people);
    case TY_PERSON_LIST_SORT:
    case TY_PERSON_LIST_PLACE:
      return g_strdup_printf (_("Order of the list “%s” changed"), edit->name);
    case TY_PERSON_LIST_ADD:
    case TY_PERSON_LIST_CHANGE:
    case TY_PERSON_LIST_MOVE:
    case TY_PERSON_LIST_PUT:
    default:
      return NULL;
    }
}

static void
finish (Edit                     *edit,
        gboolean                  done,
        const TyPersonListChange *change,
        const GError             *error)
{
  g_autofree char *text = done && change->seq != 0 ? describe (edit, change) : NULL;

  if (!done)
    ty_page_tell_problem (TY_PAGE (edit->self), error);
  else if (text != NULL)
    ty_page_tell_done (TY_PAGE (edit->self), text);
}

static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Edit) edit = user_data;
  g_autoptr(GError) error = NULL;
  TyPersonListChange change = { 0 };
  gboolean done = ty_office_edit_list_finish (TY_OFFICE (source), result, &change, &error);

  finish (edit, done, &change, error);
}

static void
sorted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Edit) edit = user_data;
  g_autoptr(GError) error = NULL;
  TyPersonListChange change = { 0 };
  gboolean done = ty_office_sort_list_finish (TY_OFFICE (source), result, &change, &error);

  finish (edit, done, &change, error);
}

static void
run (TyListsPage      *self,
     TyPersonListEdit *edit)
{
  if (!can_write (self) || self->current == 0)
    return;

  edit->key = self->current;
  ty_office_edit_list_async (get_office (self), edit, NULL, edited_cb, edit_new (self, edit->op));
}

static void
present (TyListsPage *self,
         GtkWidget   *window)
{
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (window));
}

static void
saved_cb (TyListsPage *self,
          const char  *text,
          gint64       list,
          GtkWidget   *window)
{
  ty_lists_page_show (self, list);
  ty_page_tell_done (TY_PAGE (self), text);
}

static void
present_editor (TyListsPage  *self,
                TyPersonList *stored)
{
  TyListEditor *editor = ty_list_editor_new (get_office (self), stored, NULL, 0);

  g_signal_connect_object (editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  present (self, GTK_WIDGET (editor));
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  TyListsPage *self = TY_LISTS_PAGE (widget);

  if (can_write (self))
    present_editor (self, NULL);
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyListsPage *self = TY_LISTS_PAGE (widget);
  const TyListEntry *entry = ty_lists_page_find_entry (self);

  if (entry != NULL && can_write (self))
    present_editor (self, entry->list);
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  run (TY_LISTS_PAGE (widget), &(TyPersonListEdit) { .op = TY_PERSON_LIST_REMOVE });
}

static void
move_list_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  run (TY_LISTS_PAGE (widget), &(TyPersonListEdit) {
    .op = TY_PERSON_LIST_MOVE,
    .step = g_str_equal (action, "lists.list-up") ? -1 : 1,
  });
}

static void
sort_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyListsPage *self = TY_LISTS_PAGE (widget);
  const char *word = g_variant_get_string (parameter, NULL);

  if (!can_write (self) || self->current == 0)
    return;
  for (TySort sort = 0; sort <= TY_SORT_EDUCATION; sort++)
    if (g_str_equal (ty_sort_to_string (sort), word))
      ty_office_sort_list_async (get_office (self), self->current, sort, NULL, sorted_cb,
                                 edit_new (self, TY_PERSON_LIST_SORT));
}

static void
take_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyListsPage *self = TY_LISTS_PAGE (widget);
  g_autoptr(GArray) people = ty_roster_selection_list_people (
    ty_people_page_get_selection (self->people));

  if (people->len > 0)
    run (self, &(TyPersonListEdit) {
      .op = TY_PERSON_LIST_TAKE,
      .people = (const gint64 *) (gpointer) people->data,
      .n_people = people->len,
    });
}

static void
place (TyListsPage *self,
       GArray      *people,
       gint64       before)
{
  run (self, &(TyPersonListEdit) {
    .op = TY_PERSON_LIST_PLACE,
    .people = (const gint64 *) (gpointer) people->data,
    .n_people = people->len,
    .before = before,
  });
}

static gboolean
is_among (GArray *people,
          gint64  person)
{
  for (guint i = 0; i < people->len; i++)
    if (g_array_index (people, gint64, i) == person)
      return TRUE;

  return FALSE;
}

/* The first and the last place of those who are chosen. */
static void
find_ends (TyListsPage *self,
           GArray      *people,
           guint       *first,
           guint       *last)
{
  guint n = ty_people_page_get_n_people (self->people);

  *first = n;
  *last = 0;
  for (guint i = 0; i < n; i++)
    if (is_among (people, ty_people_page_get_person (self->people, i)))
      {
        *first = MIN (*first, i);
        *last = i;
      }
}

/* Those who are chosen come together, before the one above them or behind the one below. */
static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TyListsPage *self = TY_LISTS_PAGE (widget);
  g_autoptr(GArray) people = ty_roster_selection_list_people (
    ty_people_page_get_selection (self->people));
  gboolean up = g_str_equal (action, "lists.up");
  guint n = ty_people_page_get_n_people (self->people);
  guint first, last;

  if (people->len == 0)
    return;
  if (!ty_people_page_is_by_hand (self->people))
    {
      ty_page_tell (TY_PAGE (self), _("Rows are moved in the order of the list itself: take the filters and the "
                                      "other order away."));
      return;
    }
  find_ends (self, people, &first, &last);
  if (up ? first == 0 : last + 1 >= n)
    return;

  place (self, people, ty_people_page_get_person (self->people, up ? first - 1 : last + 2));
}

/* The keys mean the list or the rows, wherever the focus is. */
static void
move_key_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  TyListsPage *self = TY_LISTS_PAGE (widget);
  gboolean in_lists = gtk_widget_get_focus_child (GTK_WIDGET (self->list_box)) != NULL;
  gboolean up = g_str_equal (action, "lists.key-up");

  gtk_widget_activate_action (widget, in_lists ? (up ? "lists.list-up" : "lists.list-down")
                                               : (up ? "lists.up" : "lists.down"), NULL);
}

static void
remove_key_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  TyListsPage *self = TY_LISTS_PAGE (widget);
  gboolean in_lists = gtk_widget_get_focus_child (GTK_WIDGET (self->list_box)) != NULL;

  gtk_widget_activate_action (widget, in_lists ? "lists.remove" : "lists.take", NULL);
}

/* Pasting: what is on the clipboard is shown with who is meant, before anybody is put on a list. */
typedef struct
{
  TyListsPage *self; /* (owned) */
  gboolean make;     /* whether a new list is made */
} Paste;

static void
clipboard_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Paste *paste = user_data;
  g_autoptr(TyListsPage) self = paste->self;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  const TyListEntry *entry = paste->make ? NULL : ty_lists_page_find_entry (self);
  TyPasteWindow *window;

  if (!can_write (self) || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  window = ty_paste_window_new (get_office (self), entry != NULL ? entry->list : NULL, text);
  g_signal_connect_object (window, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  present (self, GTK_WIDGET (window));
}

static void
paste_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TyListsPage *self = TY_LISTS_PAGE (widget);
  Paste *paste;

  if (!can_write (self))
    return;
  paste = g_new0 (Paste, 1);
  paste->self = g_object_ref (self);
  paste->make = g_str_equal (action, "lists.paste-new");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_cb, paste);
}

/**
 * ty_lists_page_update_actions:
 * @self: a page on which something else is shown or chosen
 */
void
ty_lists_page_update_actions (TyListsPage *self)
{
  gboolean writes = can_write (self);
  gboolean shown = writes && self->current != 0;
  gboolean chosen = shown
                    && ty_roster_selection_get_n (ty_people_page_get_selection (self->people)) > 0;
  const struct
  {
    const char *action;
    gboolean enabled;
  } states[] = {
    { "lists.add", writes }, { "lists.paste-new", writes }, { "lists.paste", writes },
    { "lists.edit", shown }, { "lists.remove", shown }, { "lists.list-up", shown },
    { "lists.list-down", shown }, { "lists.sort", shown }, { "lists.take", chosen },
    { "lists.up", chosen }, { "lists.down", chosen },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    ty_widget_action_enable (GTK_WIDGET (self), states[i].action, states[i].enabled);
}

/* Dragging. */

static GArray *
list_dragged (TyListsPage *self,
              double       x,
              double       y)
{
  GArray *people = ty_roster_selection_list_people (ty_people_page_get_selection (self->people));
  guint position;
  gint64 person;

  if (!ty_people_page_pick (self->people, x, y, &position))
    {
      g_array_set_size (people, 0);
      return people;
    }
  person = ty_people_page_get_person (self->people, position);
  if (!is_among (people, person))
    {
      g_array_set_size (people, 0);
      g_array_append_val (people, person);
    }
  return people;
}

static GdkContentProvider *
drag_prepare_cb (TyListsPage   *self,
                 double         x,
                 double         y,
                 GtkDragSource *source)
{
  g_autoptr(GArray) people = list_dragged (self, x, y);
  GVariant *variant;

  if (people->len == 0 || !can_write (self) || !ty_people_page_is_by_hand (self->people))
    return NULL;

  variant = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, people->data, people->len,
                                       sizeof (gint64));
  return gdk_content_provider_new_typed (G_TYPE_VARIANT, variant);
}

/* Below the middle of a row means behind it; below the last, the end. */
static gint64
find_before (TyListsPage *self,
             double       x,
             double       y)
{
  GtkWidget *view = ty_people_page_get_view (self->people);
  graphene_rect_t bounds;
  TyRosterCell *cell;
  guint position;

  if (!ty_people_page_pick (self->people, x, y, &position))
    return 0;
  cell = ty_people_page_pick_cell (self->people, x, y);
  if (cell != NULL && gtk_widget_compute_bounds (GTK_WIDGET (cell), view, &bounds)
      && y > bounds.origin.y + bounds.size.height / 2)
    position++;
  return ty_people_page_get_person (self->people, position);
}

static gboolean
drop_cb (TyListsPage   *self,
         const GValue  *value,
         double         x,
         double         y,
         GtkDropTarget *target)
{
  GVariant *variant = g_value_get_variant (value);
  g_autoptr(GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 *keys;
  gint64 before;
  gsize n;

  if (variant == NULL || !g_variant_is_of_type (variant, G_VARIANT_TYPE ("ax"))
      || !ty_people_page_is_by_hand (self->people))
    return FALSE;

  keys = g_variant_get_fixed_array (variant, &n, sizeof (gint64));
  g_array_append_vals (people, keys, (guint) n);
  before = find_before (self, x, y);
  if (is_among (people, before))
    return FALSE;

  place (self, people, before);
  return TRUE;
}

/* The menu of a list. */

static void
list_menu_cb (TyListsPage     *self,
              int              n_press,
              double           x,
              double           y,
              GtkGestureClick *gesture)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list_box, (int) y);
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  g_autoptr(GMenu) menu = g_menu_new ();

  if (row == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self->list_box), GTK_WIDGET (self), &point, &point))
    return;

  gtk_list_box_select_row (self->list_box, row);
  g_menu_append (menu, _("Name and Note…"), "lists.edit");
  g_menu_append (menu, _("List Up"), "lists.list-up");
  g_menu_append (menu, _("List Down"), "lists.list-down");
  g_menu_append (menu, _("Remove the List"), "lists.remove");
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * ty_lists_page_add_controllers:
 * @self: a page that is made
 */
void
ty_lists_page_add_controllers (TyListsPage *self)
{
  GtkWidget *view = ty_people_page_get_view (self->people);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_VARIANT, GDK_ACTION_MOVE);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (target));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (list_menu_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list_box), GTK_EVENT_CONTROLLER (click));
}

/**
 * ty_lists_page_install_actions:
 * @widget_class: the class of the page
 */
void
ty_lists_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_v, GDK_CONTROL_MASK, "lists.paste" },
    { GDK_KEY_F2, 0, "lists.edit" },
    { GDK_KEY_Delete, 0, "lists.key-remove" },
    { GDK_KEY_Up, GDK_ALT_MASK, "lists.key-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "lists.key-down" },
  };

  gtk_widget_class_install_action (widget_class, "lists.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "lists.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "lists.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "lists.list-up", NULL, move_list_action);
  gtk_widget_class_install_action (widget_class, "lists.list-down", NULL, move_list_action);
  gtk_widget_class_install_action (widget_class, "lists.sort", "s", sort_action);
  gtk_widget_class_install_action (widget_class, "lists.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "lists.up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "lists.down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "lists.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "lists.paste-new", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "lists.key-up", NULL, move_key_action);
  gtk_widget_class_install_action (widget_class, "lists.key-down", NULL, move_key_action);
  gtk_widget_class_install_action (widget_class, "lists.key-remove", NULL, remove_key_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action,
                                         NULL);
}
