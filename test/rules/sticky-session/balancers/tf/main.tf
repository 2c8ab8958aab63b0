resource "aws_lb_target_group" "web" {
  name     = "web"
  port     = 80
  protocol = "HTTP"
  stickiness {
    type    = "lb_cookie"
    enabled = false
  }
}
resource "azurerm_application_gateway" "gw" {
  backend_http_settings {
    name                  = "http"
    cookie_based_affinity = "Enabled" # finding: sticky-session
    port                  = 80
  }
  backend_http_settings {
    name                  = "off"
    cookie_based_affinity = "Disabled"
  }
}
resource "azurerm_lb_rule" "r" {
  load_distribution = "SourceIP" # finding: sticky-session
}
resource "azurerm_lb_rule" "s" {
  load_distribution = "Default"
}
resource "azurerm_linux_web_app" "app" {
  client_affinity_enabled = true # finding: sticky-session
}
resource "azurerm_linux_web_app" "app2" {
  client_affinity_enabled = false
}
resource "digitalocean_loadbalancer" "lb" {
  sticky_sessions { # finding: sticky-session
    type               = "cookies"
    cookie_name        = "lb"
    cookie_ttl_seconds = 300
  }
}
resource "digitalocean_loadbalancer" "lb2" {
  sticky_sessions {
    type = "none"
  }
}
resource "google_compute_backend_service" "b" {
  session_affinity = "NONE"
  locality_lb_policy = "ROUND_ROBIN"
}
resource "google_compute_backend_service" "c" {
  session_affinity = "GENERATED_COOKIE" # finding: sticky-session
}
resource "kubernetes_service" "k" {
  spec {
    session_affinity = "ClientIP" # finding: sticky-session
  }
}
resource "openstack_lb_pool_v2" "p" {
  lb_method = "ROUND_ROBIN"
  persistence { # finding: sticky-session
    type = "HTTP_COOKIE"
  }
}
resource "hcloud_load_balancer_service" "h" {
  http {
    sticky_sessions = true # finding: sticky-session
  }
}
