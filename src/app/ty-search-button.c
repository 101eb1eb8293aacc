/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-search-button"

#include "config.h"

#include "ty-search-button.h"

#include "ty-preedit.h"
#include "ty-recent.h"
#include "ty-search-row.h"
#include "ty-text-scale.h"

#include <glib/gi18n-lib.h>

#define MARGIN 7 /* around the entry in the popover */

#define PAGE 6 /* lines that Page Up and Page Down go on */

/**
 * TySearchButton:
 *
 * The search of the header bar. It looks like an entry; the entry in which one types lies over it, in a
 * popover with what is found. While one types the focus stays there: the arrow keys select, Enter
 * opens. When it is closed, the focus goes back to where it was.
 */
struct _TySearchButton
{
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkLabel *placeholder;
  GtkLabel *keys;
  GtkPopover *popover;
  GtkSearchEntry *entry;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
  GtkLabel *note;

  /* Owned */
  TySearch *search;
  TySearchHit *moved_to; /* (nullable): what was selected by an arrow key */

  GtkWidget *before;     /* (weak) (nullable): what had the focus last outside */
  gboolean choosing;     /* whether Enter was pressed before everything was found */
};

typedef enum
{
  PROP_SEARCH = 1,
} TySearchButtonProps;

static GParamSpec *properties[PROP_SEARCH + 1];

G_DEFINE_FINAL_TYPE (TySearchButton, ty_search_button, ADW_TYPE_BIN)

static const char *
get_heading (TySearchGroup group)
{
  switch (group)
    {
    case TY_SEARCH_PEOPLE:
      return C_("search", "People");
    case TY_SEARCH_VILLAGES:
      return C_("search", "Villages");
    case TY_SEARCH_PAGES:
      return C_("search", "Pages");
    case TY_SEARCH_COMMANDS:
      return C_("search", "Commands");
    default:
      g_return_val_if_reached (NULL);
    }
}

static TySearchGroup
get_group (GtkListBoxRow *row)
{
  return ty_search_hit_get_group (ty_search_row_get_hit (TY_SEARCH_ROW (row)));
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  GtkWidget *heading;

  if (before != NULL && get_group (before) == get_group (row))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  heading = gtk_label_new (get_heading (get_group (row)));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "ty-search-heading");
  gtk_list_box_row_set_header (row, heading);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return ty_search_row_new (TY_SEARCH_HIT (item));
}

static void
scroll_to (TySearchButton *self,
           GtkListBoxRow  *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *header = gtk_list_box_row_get_header (row);
  graphene_rect_t bounds, above;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return;
  if (header != NULL && gtk_widget_compute_bounds (header, GTK_WIDGET (self->list), &above))
    graphene_rect_union (&bounds, &above, &bounds);
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* The focus is in the entry: there it is told what Enter would open. */
static void
select_row (TySearchButton *self,
            GtkListBoxRow  *row)
{
  const char *sentence = "";

  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    {
      sentence = ty_search_hit_get_sentence (ty_search_row_get_hit (TY_SEARCH_ROW (row)));
      scroll_to (self, row);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence,
                                  -1);
}

/* What is wholly meant comes before what only begins so, and what has the letters by chance comes last:
 * a person whose pinyin has those of a command inside is not in its way. */
static guint
get_class (TySearchHit *hit)
{
  TyFit fit = ty_search_hit_get_fit (hit);

  if (fit <= TY_FIT_WHOLE_INITIALS)
    return 0;

  return fit < TY_FIT_ACROSS ? 1 : 2;
}

/* What one moved to stays selected where it is still found; otherwise the first of the best. */
static void
hits_changed_cb (TySearchButton *self)
{
  GtkListBoxRow *chosen = NULL;
  GtkListBoxRow *row;
  guint best = G_MAXUINT;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      TySearchHit *hit = ty_search_row_get_hit (TY_SEARCH_ROW (row));

      if (self->moved_to != NULL && ty_search_hit_is_same (self->moved_to, hit))
        {
          chosen = row;
          break;
        }
      if (get_class (hit) < best)
        {
          chosen = row;
          best = get_class (hit);
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), chosen != NULL);
  select_row (self, chosen);
}

static void
move_selection (TySearchButton *self,
                int             step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int n = (int) g_list_model_get_n_items (ty_search_get_hits (self->search));

  if (row == NULL || n == 0)
    return;

  row = gtk_list_box_get_row_at_index (self->list,
                                       CLAMP (gtk_list_box_row_get_index (row) + step, 0, n - 1));
  g_set_object (&self->moved_to, ty_search_row_get_hit (TY_SEARCH_ROW (row)));
  self->choosing = FALSE;
  select_row (self, row);
}

static void
close_popover (TySearchButton *self)
{
  gtk_menu_button_popdown (self->button);
  if (self->before != NULL && gtk_widget_get_mapped (self->before))
    gtk_widget_grab_focus (self->before);
}

/* Somebody is looked at without leaving the page. */
static void
preview (TySearchButton *self,
         GtkListBoxRow  *row)
{
  TySearchHit *hit = row != NULL ? ty_search_row_get_hit (TY_SEARCH_ROW (row)) : NULL;
  gint64 person;

  if (hit == NULL || ty_search_hit_get_group (hit) != TY_SEARCH_PEOPLE)
    return;

  person = ty_search_hit_get_key (hit);
  close_popover (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.preview-person", "x", person);
}

/* The keys of the window do not get through to it while the popover is open. */
static gboolean
key_pressed_cb (TySearchButton        *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  static const struct { guint key; int step; } steps[] = {
    { GDK_KEY_Down, 1 }, { GDK_KEY_KP_Down, 1 }, { GDK_KEY_Up, -1 }, { GDK_KEY_KP_Up, -1 },
    { GDK_KEY_Page_Down, PAGE }, { GDK_KEY_KP_Page_Down, PAGE },
    { GDK_KEY_Page_Up, -PAGE }, { GDK_KEY_KP_Page_Up, -PAGE },
  };

  if (ty_preedit_is_active (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))))
    return GDK_EVENT_PROPAGATE;

  state &= gtk_accelerator_get_default_mod_mask ();
  if (state == GDK_CONTROL_MASK && keyval == GDK_KEY_k)
    {
      ty_search_button_open (self);
      return GDK_EVENT_STOP;
    }
  if (state == GDK_ALT_MASK && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      preview (self, gtk_list_box_get_selected_row (self->list));
      return GDK_EVENT_STOP;
    }
  if (state != 0)
    return GDK_EVENT_PROPAGATE;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (keyval == steps[i].key)
      {
        move_selection (self, steps[i].step);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/* The name of a named filter has its key in it. */
static void
run_command (GtkWidget  *widget,
             const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr(GVariant) target = NULL;

  if (g_action_parse_detailed_name (detailed, &name, &target, NULL))
    gtk_widget_activate_action_variant (widget, name, target);
}

static void
open_hit (TySearchButton *self,
          TySearchHit    *hit)
{
  GtkWidget *widget = GTK_WIDGET (self);

  switch (ty_search_hit_get_group (hit))
    {
    case TY_SEARCH_PEOPLE:
      gtk_widget_activate_action (widget, "win.show-person", "x", ty_search_hit_get_key (hit));
      break;
    case TY_SEARCH_VILLAGES:
      /* A village has a page; of a unit above villages the roster is shown. */
      gtk_widget_activate_action (widget, ty_search_hit_get_name (hit), "x",
                                  ty_search_hit_get_key (hit));
      break;
    case TY_SEARCH_PAGES:
      gtk_widget_activate_action (widget, "win.show-page", "s", ty_search_hit_get_name (hit));
      break;
    case TY_SEARCH_COMMANDS:
      ty_recent_count_command (ty_search_hit_get_name (hit));
      run_command (widget, ty_search_hit_get_name (hit));
      break;
    default:
      g_return_if_reached ();
    }
}

static void
choose (TySearchButton *self,
        GtkListBoxRow  *row)
{
  g_autoptr(TySearchHit) hit = NULL;

  self->choosing = FALSE;
  if (row == NULL)
    return;

  hit = g_object_ref (ty_search_row_get_hit (TY_SEARCH_ROW (row)));
  close_popover (self);
  open_hit (self, hit);
}

static void
row_activated_cb (TySearchButton *self,
                  GtkListBoxRow  *row,
                  GtkListBox     *list)
{
  choose (self, row);
}

static void
read_entry (TySearchButton *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (g_str_equal (text, ty_search_get_text (self->search)))
    return;

  g_clear_object (&self->moved_to);
  self->choosing = FALSE;
  ty_search_set_text (self->search, text);
}

static void
search_changed_cb (TySearchButton *self,
                   GtkSearchEntry *entry)
{
  read_entry (self);
}

/* Enter may come before the entry has told what was typed, and before that was found: it means what
 * will be found. */
static void
entry_activate_cb (TySearchButton *self,
                   GtkSearchEntry *entry)
{
  read_entry (self);
  if (ty_search_is_waiting (self->search) && self->moved_to == NULL)
    self->choosing = TRUE;
  else
    choose (self, gtk_list_box_get_selected_row (self->list));
}

static void
waiting_cb (TySearchButton *self)
{
  if (self->choosing && !ty_search_is_waiting (self->search))
    choose (self, gtk_list_box_get_selected_row (self->list));
}

static void
note_cb (TySearchButton *self)
{
  g_autofree char *note = NULL;

  g_object_get (self->search, "note", &note, NULL);
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

static void
stop_search_cb (TySearchButton *self,
                GtkSearchEntry *entry)
{
  close_popover (self);
}

static void
popover_map_cb (TySearchButton *self,
                GtkPopover     *popover)
{
  /* The entry lies where the button looked like one. */
  gtk_popover_set_offset (popover, 0, -gtk_widget_get_height (GTK_WIDGET (self->button)) - MARGIN);
  ty_search_start (self->search);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
popover_closed_cb (TySearchButton *self,
                   GtkPopover     *popover)
{
  /* Also when it goes with the window. */
  if (self->search == NULL)
    return;

  self->choosing = FALSE;
  g_clear_object (&self->moved_to);
  ty_search_stop (self->search);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (self->before != NULL && gtk_widget_get_mapped (self->before))
    gtk_widget_grab_focus (self->before);
}

static void
focus_cb (TySearchButton *self,
          GParamSpec     *pspec,
          GtkWindow      *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->before, focus);
}

static void
ty_search_button_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ty_search_button_parent_class)->root (widget);

  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                             G_CALLBACK (focus_cb), widget, G_CONNECT_SWAPPED);
}

static void
ty_search_button_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_root (widget), widget);
  g_clear_weak_pointer (&TY_SEARCH_BUTTON (widget)->before);

  GTK_WIDGET_CLASS (ty_search_button_parent_class)->unroot (widget);
}

static void
ty_search_button_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((TySearchButtonProps) prop_id)
    {
    case PROP_SEARCH:
      g_value_set_object (value, TY_SEARCH_BUTTON (object)->search);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_search_button_dispose (GObject *object)
{
  TySearchButton *self = TY_SEARCH_BUTTON (object);

  g_clear_weak_pointer (&self->before);
  if (self->search != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->search, self);
      g_signal_handlers_disconnect_by_data (ty_search_get_hits (self->search), self);
      ty_search_stop (self->search);
      gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
    }
  g_clear_object (&self->search);
  g_clear_object (&self->moved_to);

  G_OBJECT_CLASS (ty_search_button_parent_class)->dispose (object);
}

static void
ty_search_button_class_init (TySearchButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ty_search_button_get_property;
  object_class->dispose = ty_search_button_dispose;
  widget_class->root = ty_search_button_root;
  widget_class->unroot = ty_search_button_unroot;

  properties[PROP_SEARCH] = g_param_spec_object ("search", NULL, NULL, TY_TYPE_SEARCH,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-search-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TySearchButton, button);
  gtk_widget_class_bind_template_child (widget_class, TySearchButton, placeholder);
  gtk_widget_class_bind_template_child (widget_class, TySearchButton, keys);
  gtk_widget_class_bind_template_child (widget_class, TySearchButton, popover);
  gtk_widget_class_bind_template_child (widget_class, TySearchButton, entry);
  gtk_widget_class_bind_template_child (widget_class, TySearchButton, scroller);
  gtk_widget_class_bind_template_child (widget_class, TySearchButton, list);
  gtk_widget_class_bind_template_child (widget_class, TySearchButton, note);
  gtk_widget_class_bind_template_callback (widget_class, popover_map_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ty_search_button_init (TySearchButton *self)
{
  g_autofree char *keys = gtk_accelerator_get_label (GDK_KEY_k, GDK_CONTROL_MASK);
  GListModel *hits;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->keys, keys);
  self->search = ty_search_new ();
  hits = ty_search_get_hits (self->search);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_list_box_bind_model (self->list, hits, create_row, NULL, NULL);
  g_signal_connect_object (hits, "items-changed", G_CALLBACK (hits_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "notify::waiting", G_CALLBACK (waiting_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "notify::note", G_CALLBACK (note_cb), self,
                           G_CONNECT_SWAPPED);
  note_cb (self);
}

/**
 * ty_search_button_get_search:
 * @self: a search button
 *
 * Returns: (transfer none): what it shows
 */
TySearch *
ty_search_button_get_search (TySearchButton *self)
{
  g_return_val_if_fail (TY_IS_SEARCH_BUTTON (self), NULL);

  return self->search;
}

/**
 * ty_search_button_open:
 * @self: a search button
 *
 * Opens the entry; where it is open already, what was typed is selected.
 */
void
ty_search_button_open (TySearchButton *self)
{
  g_return_if_fail (TY_IS_SEARCH_BUTTON (self));

  if (ty_search_button_is_open (self))
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  else
    gtk_menu_button_popup (self->button);
}

/**
 * ty_search_button_is_open:
 * @self: a search button
 *
 * Returns: whether one can type
 */
gboolean
ty_search_button_is_open (TySearchButton *self)
{
  g_return_val_if_fail (TY_IS_SEARCH_BUTTON (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

/**
 * ty_search_button_set_tight:
 * @self: a search button
 * @tight: whether there is little room
 *
 * Without room the button is its icon; its tooltip has the words.
 */
void
ty_search_button_set_tight (TySearchButton *self,
                            gboolean        tight)
{
  g_return_if_fail (TY_IS_SEARCH_BUTTON (self));

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), !tight);
  gtk_widget_set_visible (GTK_WIDGET (self->keys), !tight);
}

/**
 * ty_search_button_measure_words:
 * @self: a search button
 *
 * Returns: the pixels that its words take, or would take
 */
int
ty_search_button_measure_words (TySearchButton *self)
{
  GtkBox *box;

  g_return_val_if_fail (TY_IS_SEARCH_BUTTON (self), 0);

  box = GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->placeholder)));
  return ty_text_measure (GTK_WIDGET (self->placeholder), gtk_label_get_label (self->placeholder))
         + ty_text_measure (GTK_WIDGET (self->keys), gtk_label_get_label (self->keys))
         + 2 * gtk_box_get_spacing (box);
}
