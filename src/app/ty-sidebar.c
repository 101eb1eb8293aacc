/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sidebar"

#include "config.h"

#include "ty-sidebar.h"

#include "ty-format.h"
#include "ty-recent.h"
#include "ty-sidebar-row.h"
#include "ty-text-scale.h"

#include <glib/gi18n-lib.h>

#define MAX_RECENT 5
#define WIDTH 208
#define NARROW_WIDTH 52
#define LARGE_TEXT 1.2 /* times the usual size */

/**
 * TySidebar:
 *
 * The county and the places of the window, an entry for each page below the heading of its group; at the
 * foot who works here, and when the last backup was made. In its narrow form it is a column of icons.
 */
struct _TySidebar
{
  AdwBin parent_instance;

  /* Template */
  GtkListBox *list;
  GtkMenuButton *menu_button;
  GtkBox *foot;
  GtkWidget *user_box;
  GMenu *recent_section;

  /* Owned */
  TyOffice *office; /* (nullable) */

  char *current;    /* (nullable): name of the page that is shown */

  gboolean narrow;
  guint idle_id;
  gboolean selecting; /* the selection follows the page */
  gboolean by_key;    /* an arrow key is being handled */
};

typedef enum
{
  PROP_OFFICE = 1,
  PROP_NARROW,
} TySidebarProps;

static GParamSpec *properties[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (TySidebar, ty_sidebar, ADW_TYPE_BIN)

static char *
format_backup (TySidebar *self,
               gboolean   open,
               GDateTime *moment)
{
  g_autofree char *text = ty_format_moment (moment);

  if (!open)
    return g_strdup ("");
  if (moment == NULL)
    return g_strdup (_("No backup yet"));

  return g_strdup_printf (_("Last backup: %s"), text);
}

/* Where text is large there is room for the name only, without what all county files end with. */
static char *
format_file (TySidebar  *self,
             const char *path)
{
  char *name = path != NULL ? g_filename_display_basename (path) : g_strdup ("");

  if (ty_text_scale_get (GTK_WIDGET (self)) > LARGE_TEXT && g_str_has_suffix (name, ".touyan"))
    name[strlen (name) - strlen (".touyan")] = '\0';
  return name;
}

static char *
format_user (TySidebar  *self,
             const char *user)
{
  return user != NULL ? g_strdup_printf (_("Changes are noted under the name “%s”"), user) : NULL;
}

static void
open_page (TySidebar     *self,
           GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s",
                              gtk_widget_get_name (GTK_WIDGET (row)));
}

static gboolean
restore_cb (gpointer user_data)
{
  TySidebar *self = TY_SIDEBAR (user_data);

  self->idle_id = 0;
  self->by_key = FALSE;
  if (self->current != NULL)
    ty_sidebar_select (self, self->current);
  return G_SOURCE_REMOVE;
}

static void
restore_later (TySidebar *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add (restore_cb, self);
}

static void
row_activated_cb (TySidebar     *self,
                  GtkListBoxRow *row,
                  GtkListBox    *list)
{
  open_page (self, row);
}

/* A list box selects each row that gets the focus, be it by Tab or because another widget went
 * away; that alone must not change the page, but the arrow keys do. */
static void
row_selected_cb (TySidebar     *self,
                 GtkListBoxRow *row,
                 GtkListBox    *list)
{
  if (self->selecting)
    return;

  if (self->by_key && row != NULL)
    open_page (self, row);
  else
    restore_later (self);
}

static gboolean
key_pressed_cb (TySidebar             *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  static const guint keys[] = { GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Home, GDK_KEY_End,
                                GDK_KEY_Page_Up, GDK_KEY_Page_Down };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keyval == keys[i])
      {
        self->by_key = TRUE;
        restore_later (self);
      }
  return GDK_EVENT_PROPAGATE;
}

static void
add_recent_file (GMenu      *menu,
                 const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr(GString) label = g_string_new (name);
  g_autoptr(GMenuItem) item = NULL;

  /* In a menu an underscore marks a letter. */
  g_string_replace (label, "_", "__", 0);
  item = g_menu_item_new (label->str, NULL);
  g_menu_item_set_action_and_target (item, "win.open-recent", "s", path);
  g_menu_append_item (menu, item);
}

/* The file that is open is no choice. A section and no submenu: where an item of a submenu is chosen by
 * key, GTK 4.8 leaves the keyboard with nobody. */
static void
update_recent_files (GtkMenuButton *button,
                     gpointer       user_data)
{
  TySidebar *self = TY_SIDEBAR (user_data);
  const char *open = self->office != NULL ? ty_office_get_path (self->office) : NULL;
  g_auto(GStrv) paths = ty_recent_list_files ();
  g_autoptr(GMenu) menu = g_menu_new ();
  guint n = 0;

  for (guint i = 0; paths[i] != NULL && n < MAX_RECENT; i++)
    if (g_strcmp0 (paths[i], open) != 0)
      {
        add_recent_file (menu, paths[i]);
        n++;
      }
  g_menu_remove_all (self->recent_section);
  if (n > 0)
    g_menu_append_section (self->recent_section, _("Recent files"), G_MENU_MODEL (menu));
}

static const char *
get_row_group (GtkListBoxRow *row)
{
  return row != NULL ? ty_page_get_group (ty_sidebar_row_get_page (TY_SIDEBAR_ROW (row))) : NULL;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *heading = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (heading, "ty-group");
  return heading;
}

/* The first of a group has its heading above it; where there is no room for words, a line. */
static void
update_heading (GtkListBoxRow *row,
                GtkListBoxRow *before,
                gpointer       user_data)
{
  TySidebar *self = TY_SIDEBAR (user_data);
  const char *group = get_row_group (row);

  if (group == NULL || before == NULL || g_strcmp0 (group, get_row_group (before)) == 0)
    gtk_list_box_row_set_header (row, NULL);
  else if (self->narrow)
    gtk_list_box_row_set_header (row, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  else
    gtk_list_box_row_set_header (row, make_heading (group));
}

static void
set_narrow (TySidebar *self,
            gboolean   narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  gtk_widget_set_size_request (GTK_WIDGET (self), narrow ? NARROW_WIDTH : WIDTH, -1);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->foot), narrow ? GTK_ORIENTATION_VERTICAL
                                                                      : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (self->user_box, narrow ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  gtk_list_box_invalidate_headers (self->list);
}

static void
ty_sidebar_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TySidebar *self = TY_SIDEBAR (object);

  switch ((TySidebarProps) prop_id)
    {
    case PROP_OFFICE:
      g_value_set_object (value, self->office);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_sidebar_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  TySidebar *self = TY_SIDEBAR (object);

  switch ((TySidebarProps) prop_id)
    {
    case PROP_OFFICE:
      if (!g_set_object (&self->office, g_value_get_object (value)))
        break;
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_sidebar_dispose (GObject *object)
{
  TySidebar *self = TY_SIDEBAR (object);

  /* The list says that nothing is selected any more when it goes. */
  self->selecting = TRUE;
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->current, g_free);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (ty_sidebar_parent_class)->dispose (object);
}

static void
ty_sidebar_class_init (TySidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ty_sidebar_get_property;
  object_class->set_property = ty_sidebar_set_property;
  object_class->dispose = ty_sidebar_dispose;

  properties[PROP_OFFICE] = g_param_spec_object ("office", NULL, NULL, TY_TYPE_OFFICE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                 G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                  G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TySidebar, list);
  gtk_widget_class_bind_template_child (widget_class, TySidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TySidebar, recent_section);
  gtk_widget_class_bind_template_child (widget_class, TySidebar, foot);
  gtk_widget_class_bind_template_child (widget_class, TySidebar, user_box);
  gtk_widget_class_bind_template_callback (widget_class, format_backup);
  gtk_widget_class_bind_template_callback (widget_class, format_file);
  gtk_widget_class_bind_template_callback (widget_class, format_user);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
ty_sidebar_init (TySidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_heading, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, update_recent_files, self, NULL);
}

/**
 * ty_sidebar_add_page:
 * @self: a sidebar
 * @page: a page
 *
 * Adds the entry of a page, made from its properties.
 */
void
ty_sidebar_add_page (TySidebar *self,
                     TyPage    *page)
{
  GtkWidget *row;

  g_return_if_fail (TY_IS_SIDEBAR (self));
  g_return_if_fail (TY_IS_PAGE (page));

  row = ty_sidebar_row_new (page);
  g_object_bind_property (self, "narrow", row, "narrow", G_BINDING_SYNC_CREATE);
  gtk_list_box_append (self->list, row);
}

/**
 * ty_sidebar_select:
 * @self: a sidebar
 * @page_name: name of a page; of one without an entry, the selection stays
 *
 * Marks the entry of the page that is shown.
 */
void
ty_sidebar_select (TySidebar  *self,
                   const char *page_name)
{
  GtkWidget *row;

  g_return_if_fail (TY_IS_SIDEBAR (self));

  /* Headings are children of the list, too. */
  row = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  while (row != NULL && (!TY_IS_SIDEBAR_ROW (row)
                         || !g_str_equal (gtk_widget_get_name (row), page_name)))
    row = gtk_widget_get_next_sibling (row);
  if (row == NULL)
    return;

  /* The name may be the one that is kept. */
  if (g_strcmp0 (self->current, page_name) != 0)
    {
      g_free (self->current);
      self->current = g_strdup (page_name);
    }
  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  self->selecting = FALSE;
}
