/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-sidebar-row"

#include "config.h"

#include "ty-sidebar-row.h"

#include "ty-text.h"

#include <glib/gi18n-lib.h>

#define PILL 15 /* pixels around the digits of a badge */

/**
 * TySidebarRow:
 *
 * The entry of a page in the sidebar, made from its properties: icon, title, and how many there are or
 * wait there.
 */
struct _TySidebarRow
{
  GtkListBoxRow parent_instance;

  /* Template */
  GtkWidget *title_bin;
  GtkWidget *badge_bin;
  GtkLabel *badge;
  GtkWidget *dot;

  /* Owned */
  TyPage *page;

  gboolean narrow;
};

typedef enum
{
  PROP_PAGE = 1,
  PROP_NARROW,
} TySidebarRowProps;

static GParamSpec *properties[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (TySidebarRow, ty_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_badge_class (TyPageBadge badge)
{
  switch (badge)
    {
    case TY_PAGE_BADGE_WAITS:
      return "waits";
    case TY_PAGE_BADGE_LATE:
      return "late";
    case TY_PAGE_BADGE_COUNT:
    default:
      return NULL;
    }
}

/* What is said of the row, where its parts cannot be seen. */
static char *
dup_sentence (TySidebarRow *self)
{
  const char *title = ty_page_get_title (self->page);
  int count = ty_page_get_count (self->page);
  g_autofree char *number = ty_text_format_count (MAX (count, 0));

  if (count < 0)
    return g_strdup (title);

  /* Translators: a page and how many there are or wait there: Roster, 472 */
  return g_strdup_printf (_("%s, %s"), title, number);
}

static void
update (TySidebarRow *self)
{
  int count = ty_page_get_count (self->page);
  TyPageBadge badge = ty_page_get_badge (self->page);
  const char *classes[] = { "numeric", "ty-badge", get_badge_class (badge), NULL };
  g_autofree char *number = ty_text_format_count (MAX (count, 0));
  g_autofree char *sentence = dup_sentence (self);
  gboolean shown = count > 0 || (count == 0 && badge == TY_PAGE_BADGE_COUNT);

  gtk_label_set_label (self->badge, number);
  gtk_widget_set_css_classes (GTK_WIDGET (self->badge), classes);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), shown && !self->narrow);
  gtk_widget_set_visible (self->dot, self->narrow && count > 0 && badge == TY_PAGE_BADGE_LATE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

/* Where all of it can be read, nothing comes over the entry below. */
static gboolean
ty_sidebar_row_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  TySidebarRow *self = TY_SIDEBAR_ROW (widget);
  GtkLabel *title = GTK_LABEL (adw_bin_get_child (ADW_BIN (self->title_bin)));

  if (!self->narrow && !pango_layout_is_ellipsized (gtk_label_get_layout (title)))
    return FALSE;
  return GTK_WIDGET_CLASS (ty_sidebar_row_parent_class)->query_tooltip (widget, x, y, keyboard, tooltip);
}

/* As wide as in bold, which it is while its page is shown: nothing moves when another one is. */
static void
measure_title_cb (GtkWidget      *bin,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  GtkWidget *label = adw_bin_get_child (ADW_BIN (bin));

  gtk_widget_measure (label, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (label,
                                                                      gtk_label_get_label (GTK_LABEL (label)));
      g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
      int width;

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
      pango_layout_get_size (layout, &width, NULL);
      *natural = MAX (*natural, PANGO_PIXELS_CEIL (width));
    }
}

/* With room for four digits from the start, where there is any: nothing moves when a number comes. */
static void
measure_badge_cb (GtkWidget      *bin,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  GtkWidget *badge = adw_bin_get_child (ADW_BIN (bin));

  gtk_widget_measure (badge, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (badge, "9,999");
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      *natural = MAX (*natural, width + PILL);
    }
}

static void
allocate_child_cb (GtkWidget *bin,
                   int        width,
                   int        height,
                   int        baseline)
{
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (bin)), width, height, baseline, NULL);
}

static void
set_page (TySidebarRow *self,
          TyPage       *page)
{
  self->page = g_object_ref (page);
  gtk_widget_set_name (GTK_WIDGET (self), ty_page_get_page_name (page));
  g_signal_connect_object (page, "notify::title", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::count", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::badge", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
ty_sidebar_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TySidebarRow *self = TY_SIDEBAR_ROW (object);

  switch ((TySidebarRowProps) prop_id)
    {
    case PROP_PAGE:
      g_value_set_object (value, self->page);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_sidebar_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TySidebarRow *self = TY_SIDEBAR_ROW (object);

  switch ((TySidebarRowProps) prop_id)
    {
    case PROP_PAGE:
      set_page (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ty_sidebar_row_dispose (GObject *object)
{
  TySidebarRow *self = TY_SIDEBAR_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TY_TYPE_SIDEBAR_ROW);
  g_clear_object (&self->page);

  G_OBJECT_CLASS (ty_sidebar_row_parent_class)->dispose (object);
}

static void
ty_sidebar_row_class_init (TySidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ty_sidebar_row_get_property;
  object_class->set_property = ty_sidebar_row_set_property;
  object_class->dispose = ty_sidebar_row_dispose;
  widget_class->query_tooltip = ty_sidebar_row_query_tooltip;

  properties[PROP_PAGE] = g_param_spec_object ("page", NULL, NULL, TY_TYPE_PAGE,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                               | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touyan/Touyan/ui/app/ty-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TySidebarRow, badge);
  gtk_widget_class_bind_template_child (widget_class, TySidebarRow, badge_bin);
  gtk_widget_class_bind_template_child (widget_class, TySidebarRow, title_bin);
  gtk_widget_class_bind_template_child (widget_class, TySidebarRow, dot);
}

static void
ty_sidebar_row_init (TySidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->title_bin,
                                 gtk_custom_layout_new (NULL, measure_title_cb, allocate_child_cb));
  gtk_widget_set_layout_manager (self->badge_bin,
                                 gtk_custom_layout_new (NULL, measure_badge_cb, allocate_child_cb));
}

/**
 * ty_sidebar_row_new:
 * @page: a page
 *
 * Returns: (transfer floating): its entry
 */
GtkWidget *
ty_sidebar_row_new (TyPage *page)
{
  return g_object_new (TY_TYPE_SIDEBAR_ROW, "page", page, NULL);
}

/**
 * ty_sidebar_row_get_page:
 * @self: an entry
 *
 * Returns: (transfer none): its page
 */
TyPage *
ty_sidebar_row_get_page (TySidebarRow *self)
{
  g_return_val_if_fail (TY_IS_SIDEBAR_ROW (self), NULL);

  return self->page;
}
