/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ty-pair-card"

#include "config.h"

#include "ty-pair-card.h"

#include "ty-widget-theme.h"

#define LEAST_WIDTH 150 /* pixels */
#define BUST_SHARE 0.8f

/**
 * TyPairCard:
 *
 * A card of the board of pairings: who is helped by whom, and how it goes. One widget that is drawn, so
 * that a thousand of them are a thousand widgets.
 */
struct _TyPairCard
{
  GtkWidget parent_instance;

  /* Owned */
  TyPairFace *face;    /* (nullable) */
  GdkTexture *texture; /* (nullable) */
  PangoLayout *layout; /* (nullable): made when it is first needed */

  gint64 person;
  gint64 pairing;
};

G_DEFINE_FINAL_TYPE (TyPairCard, ty_pair_card, GTK_TYPE_WIDGET)

static PangoLayout *
get_layout (TyPairCard *self)
{
  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  return self->layout;
}

static void
ty_pair_card_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  TyPairCard *self = TY_PAIR_CARD (widget);

  *minimum = *natural = LEAST_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = self->face != NULL ? ty_pair_face_measure (self->face, get_layout (self)) : 0;
}

static void
snapshot_bust (TyPairCard  *self,
               GtkSnapshot *snapshot)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  int size = (int) (TY_PAIR_FACE_PORTRAIT_WIDTH * BUST_SHARE);
  g_autoptr(GtkIconPaintable) icon = NULL;
  GdkRGBA color;

  icon = gtk_icon_theme_lookup_icon (theme, "ty-bust-symbolic", NULL, size,
                                     gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                     gtk_widget_get_direction (GTK_WIDGET (self)), 0);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "ty_line2", &color))
    gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((TY_PAIR_FACE_PORTRAIT_WIDTH - size) / 2.0f,
                                                          TY_PAIR_FACE_PORTRAIT_HEIGHT - size));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), GDK_SNAPSHOT (snapshot),
                                            size, size, &color, 1);
  gtk_snapshot_restore (snapshot);
}

/* The photo fills the width; what is too high is cut off below, where no face is. */
static void
snapshot_photo (TyPairCard  *self,
                GtkSnapshot *snapshot)
{
  double ratio = gdk_paintable_get_intrinsic_aspect_ratio (GDK_PAINTABLE (self->texture));
  double width = MAX (TY_PAIR_FACE_PORTRAIT_WIDTH, TY_PAIR_FACE_PORTRAIT_HEIGHT * ratio);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (TY_PAIR_FACE_PORTRAIT_WIDTH - width) / 2, 0));
  gdk_paintable_snapshot (GDK_PAINTABLE (self->texture), GDK_SNAPSHOT (snapshot), width, width / ratio);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_portrait (TyPairCard  *self,
                   GtkSnapshot *snapshot)
{
  GskRoundedRect outline;
  GdkRGBA tint;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, TY_PAIR_FACE_PORTRAIT_WIDTH,
                                                                  TY_PAIR_FACE_PORTRAIT_HEIGHT), 4);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "ty_tint", &tint))
    gtk_snapshot_append_color (snapshot, &tint, &outline.bounds);
  if (self->texture != NULL)
    snapshot_photo (self, snapshot);
  else
    snapshot_bust (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
ty_pair_card_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TyPairCard *self = TY_PAIR_CARD (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  TyTheme theme;
  cairo_t *cr;

  if (self->face == NULL)
    return;

  ty_widget_theme_read (widget, &theme);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  ty_pair_face_draw (self->face, cr, get_layout (self), &theme, width, TRUE);
  cairo_destroy (cr);
  snapshot_portrait (self, snapshot);
}

/* The font may have become another one. */
static void
ty_pair_card_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  TyPairCard *self = TY_PAIR_CARD (widget);

  GTK_WIDGET_CLASS (ty_pair_card_parent_class)->css_changed (widget, change);
  if (self->layout == NULL)
    return;
  pango_layout_context_changed (self->layout);
  gtk_widget_queue_resize (widget);
}

/* What has no room on the card is told by the tooltip. */
static gboolean
ty_pair_card_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  TyPairCard *self = TY_PAIR_CARD (widget);
  g_autofree char *text = self->face != NULL ? ty_pair_face_dup_text (self->face) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
ty_pair_card_finalize (GObject *object)
{
  TyPairCard *self = TY_PAIR_CARD (object);

  g_clear_pointer (&self->face, ty_pair_face_unref);
  g_clear_object (&self->texture);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (ty_pair_card_parent_class)->finalize (object);
}

static void
ty_pair_card_class_init (TyPairCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ty_pair_card_finalize;
  widget_class->measure = ty_pair_card_measure;
  widget_class->snapshot = ty_pair_card_snapshot;
  widget_class->css_changed = ty_pair_card_css_changed;
  widget_class->query_tooltip = ty_pair_card_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "paircard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
ty_pair_card_init (TyPairCard *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * ty_pair_card_new:
 * @person: key of who is helped
 * @pairing: the id of the pairing; 0 = somebody who waits
 *
 * Returns: (transfer floating): a card without texts
 */
GtkWidget *
ty_pair_card_new (gint64 person,
                  gint64 pairing)
{
  TyPairCard *self = g_object_new (TY_TYPE_PAIR_CARD, NULL);

  self->person = person;
  self->pairing = pairing;
  return GTK_WIDGET (self);
}

/**
 * ty_pair_card_set_face:
 * @self: a card
 * @face: what it shows
 *
 * Shows other texts. Where they look the same, nothing is drawn again.
 */
void
ty_pair_card_set_face (TyPairCard *self,
                       TyPairFace *face)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TY_IS_PAIR_CARD (self));
  g_return_if_fail (face != NULL);

  if (self->face == face || (self->face != NULL && ty_pair_face_equal (self->face, face)))
    return;

  g_clear_pointer (&self->face, ty_pair_face_unref);
  self->face = ty_pair_face_ref (face);
  text = ty_pair_face_dup_text (face);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ty_pair_card_get_face:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TyPairFace *
ty_pair_card_get_face (TyPairCard *self)
{
  g_return_val_if_fail (TY_IS_PAIR_CARD (self), NULL);

  return self->face;
}

/**
 * ty_pair_card_set_texture:
 * @self: a card
 * @texture: (nullable): the photo; none = a bust
 */
void
ty_pair_card_set_texture (TyPairCard *self,
                          GdkTexture *texture)
{
  g_return_if_fail (TY_IS_PAIR_CARD (self));

  if (g_set_object (&self->texture, texture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ty_pair_card_get_person:
 * @self: a card
 *
 * Returns: key of who is helped
 */
gint64
ty_pair_card_get_person (TyPairCard *self)
{
  g_return_val_if_fail (TY_IS_PAIR_CARD (self), 0);

  return self->person;
}

/**
 * ty_pair_card_get_pairing:
 * @self: a card
 *
 * Returns: the id of the pairing, or 0 for somebody who waits
 */
gint64
ty_pair_card_get_pairing (TyPairCard *self)
{
  g_return_val_if_fail (TY_IS_PAIR_CARD (self), 0);

  return self->pairing;
}

/**
 * ty_pair_card_set_place:
 * @self: a card
 * @position: where it stands in its column, from 1
 * @n: how many stand there
 *
 * Tells a screen reader the place, as a list does.
 */
void
ty_pair_card_set_place (TyPairCard *self,
                        guint       position,
                        guint       n)
{
  g_return_if_fail (TY_IS_PAIR_CARD (self));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n,
                                  -1);
}
