/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-gallery-sidebar"

#include "config.h"

#include "ty-gallery-sidebar.h"

#include "ty-page.h"
#include "ty-sidebar-row.h"

#include <glib/gi18n-lib.h>

/* The entries of the sidebar with each kind of number beside them, wide and narrow. */

#define TY_TYPE_GALLERY_PAGE (ty_gallery_page_get_type ())
G_DECLARE_FINAL_TYPE (TyGalleryPage, ty_gallery_page, TY, GALLERY_PAGE, TyPage)

/**
 * TyGalleryPage:
 *
 * A page that shows nothing and reads nothing: only its entry is looked at.
 */
struct _TyGalleryPage
{
  TyPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TyGalleryPage, ty_gallery_page, TY_TYPE_PAGE)

static void
ty_gallery_page_class_init (TyGalleryPageClass *klass)
{
}

static void
ty_gallery_page_init (TyGalleryPage *self)
{
}

static const struct
{
  const char *title;
  const char *icon_name;
  int count;
  TyPageBadge badge;
} entries[] = {
  { N_("Overview"), "ty-overview-symbolic", -1, TY_PAGE_BADGE_COUNT },
  { N_("Roster"), "ty-roster-symbolic", 1150, TY_PAGE_BADGE_COUNT },
  { N_("Villages"), "ty-village-symbolic", 3, TY_PAGE_BADGE_WAITS },
  { N_("Data checks"), "ty-checks-symbolic", 6, TY_PAGE_BADGE_LATE },
};

static GtkWidget *
build_list (gboolean narrow)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr(TyPage) page = g_object_ref_sink (
        g_object_new (TY_TYPE_GALLERY_PAGE, "page-name", entries[i].icon_name,
                      "title", _(entries[i].title), "icon-name", entries[i].icon_name, NULL));
      GtkWidget *row = ty_sidebar_row_new (page);

      ty_page_set_count (page, entries[i].count, entries[i].badge);
      g_object_set (row, "narrow", narrow, NULL);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      if (i == 0)
        gtk_list_box_select_row (GTK_LIST_BOX (list), GTK_LIST_BOX_ROW (row));
    }
  return list;
}

static GtkWidget *
build_sidebar (gboolean narrow)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = build_list (narrow);

  gtk_widget_add_css_class (bar, "ty-sidebar");
  if (narrow)
    gtk_widget_add_css_class (bar, "narrow");
  gtk_widget_set_size_request (bar, narrow ? 52 : 208, -1);
  gtk_widget_set_margin_top (list, 8);
  gtk_widget_set_margin_bottom (list, 8);
  gtk_box_append (GTK_BOX (bar), list);
  return bar;
}

/**
 * ty_gallery_build_sidebar:
 *
 * Returns: (transfer floating): the sidebar in both of its forms
 */
GtkWidget *
ty_gallery_build_sidebar (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (box), build_sidebar (FALSE));
  gtk_box_append (GTK_BOX (box), build_sidebar (TRUE));
  return box;
}
