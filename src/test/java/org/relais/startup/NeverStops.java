package org.relais.startup;

import java.util.concurrent.CountDownLatch;

/** A process with a child that its orderly stop leaves running, or, when told "stuck", never ends; it says its child's id. */
final class NeverStops {

    private NeverStops() {}

    public static void main(String[] args) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        StopDeadline.set();
        if (args[0].equals("stuck")) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        Process child = new ProcessBuilder("sleep", "600").start();
        System.out.println(child.pid());
        never.await();
    }
}
