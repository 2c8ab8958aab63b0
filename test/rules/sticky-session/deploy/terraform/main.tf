# stickiness { enabled = true }
resource "aws_lb_target_group" "shop" {
  name = "shop"
  port = 80
  stickiness {               # finding: sticky-session warning "stickiness"
    enabled         = true
    type            = "lb_cookie"
    cookie_duration = 86400
  }
}

resource "aws_lb_target_group" "prices" {
  name = "prices"
  stickiness {
    type    = "lb_cookie"
    enabled = false
  }
}

resource "aws_lb_target_group" "described" {
  name        = "described"
  description = "stickiness { enabled = true }"
  /* stickiness { enabled = true } */
}

resource "aws_lb_cookie_stickiness_policy" "old" { # finding: sticky-session
  name          = "old"
  load_balancer = aws_elb.old.id
}

resource "google_compute_backend_service" "web" {
  session_affinity = "CLIENT_IP" # finding: sticky-session
}

resource "google_compute_backend_service" "api" {
  session_affinity = "NONE"
}

resource "aws_lb_target_group" "accepted" {
  stickiness { # NOLINT(factor6-sticky-session)
    enabled = true
    type    = "lb_cookie"
  }
}

module "alb" {
  source = "./alb"
  target_groups = {
    web = {
      stickiness = { enabled = true, type = "lb_cookie" } # finding: sticky-session
    }
    api = {
      stickiness = { enabled = false, type = "lb_cookie" }
    }
  }
  user_data = <<-EOT
    stickiness { enabled = true }
  EOT
}
