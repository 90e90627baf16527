package org.relais.site;

/** No phone could reach this server under that address; nothing was changed. */
public class InvalidPublicAddress extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PublicAddressProblem problem;

    InvalidPublicAddress(PublicAddressProblem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    /** What is wrong. */
    public PublicAddressProblem problem() {
        return problem;
    }
}
